using System.Diagnostics;
using System.Globalization;
using Benchmarks;

// dotnet run -c Release --project benchmarks/FanOut -- [rounds] [seconds] [rows...]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var duration = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);
string[] ids = [.. Row.All.Select(static row => row.Id)];
string[] chosen = args.Length > 2 ? args[2..] : ids;
if (chosen.Except(ids).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no row '{unknown}', but {string.Join(", ", ids)}.");
    return 1;
}

(string Name, string Program, Dialect Dialect)[] peers =
[
    ("loop", "AspNetCoreWebSocketPeer", Dialect.Plain),
    ("SignalR", "SignalRPeer", Dialect.SignalR),
    ("Upwire", "UpwireWebSocketPeer", Dialect.Plain),
];

ClientSocket.UseOneThread();
using (var own = Process.GetCurrentProcess())
{
    Processors.Pin(own, Processors.Client);
}

var measuring = new Rounds(rounds, duration, warmUp: TimeSpan.FromSeconds(3));
var dialects = peers.ToDictionary(static peer => peer.Name, static peer => peer.Dialect);
var servers = peers.Select(static peer => PeerServer.Start(peer.Name, peer.Program)).ToList();
try
{
    Report.WriteHeader();
    foreach (var row in Row.All.Where(row => chosen.Contains(row.Id)))
    {
        var measured = await measuring.MeasureAsync(servers, server => Room.OpenAsync(server.Address, dialects[server.Name], row));
        for (int i = 0; i < servers.Count; i++)
        {
            Report.Write(row, servers[i].Name, measured[i], measured[0], measured[1]);
        }
    }
}
finally
{
    servers.ForEach(static server => server.Dispose());
}

return 0;
