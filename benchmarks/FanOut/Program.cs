using System.Globalization;
using Benchmarks;

// dotnet run -c Release --project benchmarks/FanOut -- [rounds] [seconds] [rows...]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var duration = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);
var rows = Row.Choose(
    [new(500, 32, 1), new(500, 32, 8), new(500, 1024, 1), new(500, 1024, 8), new(5_000, 32, 1), new(5_000, 32, 8), new(5_000, 1024, 1), new(5_000, 1024, 8)],
    [.. args.Skip(2)]);
if (rows.Count == 0)
{
    return 1;
}

(string Name, string Program, Dialect Dialect)[] peers =
[
    ("loop", "AspNetCoreWebSocketPeer", Dialect.Plain),
    ("SignalR", "SignalRPeer", Dialect.SignalR),
    ("Upwire", "UpwireWebSocketPeer", Dialect.Plain),
];

ClientSocket.UseOneThread();
Processors.PinThis(Processors.Client);

var measuring = new Rounds(rounds, duration);
var dialects = peers.ToDictionary(static peer => peer.Name, static peer => peer.Dialect);
Func<PeerServer>[] starts = [.. peers.Select(static peer => (Func<PeerServer>)(() => PeerServer.Start(peer.Name, peer.Program)))];
Report.WriteHeader();
foreach (var (row, measured) in await measuring.MeasureAsync(starts, rows, (row, server) => Room.OpenAsync(server.Address, server.Address, dialects[server.Name], row)))
{
    for (int i = 0; i < peers.Length; i++)
    {
        Report.Write(row, peers[i].Name, measured[i], measured[0], measured[1]);
    }
}

return 0;
