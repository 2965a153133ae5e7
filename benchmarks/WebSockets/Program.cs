using System.Diagnostics;
using System.Globalization;
using Benchmarks;

// dotnet run -c Release --project benchmarks/WebSockets -- [rounds] [seconds] [rows...]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var duration = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);
string[] chosen = args.Length > 2 ? args[2..] : [.. Row.All.Select(static row => row.Id), IdleConnections.Id];
if (chosen.Except([.. Row.All.Select(static row => row.Id), IdleConnections.Id]).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no row '{unknown}', but {string.Join(", ", Row.All.Select(static row => row.Id))} and {IdleConnections.Id}.");
    return 1;
}

const int IdleRounds = 3;

var measuring = new Rounds(rounds, duration, warmUp: TimeSpan.FromSeconds(6));
(string Name, string Program)[] peers = [("ASP.NET Core", "AspNetCoreWebSocketPeer"), ("Upwire", "UpwireWebSocketPeer")];

ClientSocket.UseOneThread();
using (var own = Process.GetCurrentProcess())
{
    Processors.Pin(own, Processors.Client);
}

var rows = Row.All.Where(row => chosen.Contains(row.Id)).ToList();
if (rows.Count > 0)
{
    Report.WriteHeader();
    await MeasureRowsAsync();
}

if (chosen.Contains(IdleConnections.Id))
{
    await MeasureIdleAsync();
}

return 0;

async Task MeasureRowsAsync()
{
    var servers = peers.Select(static peer => PeerServer.Start(peer.Name, peer.Program)).ToList();
    try
    {
        foreach (var row in rows)
        {
            var measured = await measuring.MeasureAsync(servers, server => row.OpenAsync(server.Address));
            for (int i = 0; i < servers.Count; i++)
            {
                Report.Write(row, servers[i].Name, measured[i], measured[0]);
            }
        }
    }
    finally
    {
        servers.ForEach(static server => server.Dispose());
    }
}

async Task MeasureIdleAsync()
{
    var measured = peers.Select(static _ => new List<MemoryUse>()).ToList();
    for (int round = 0; round < IdleRounds; round++)
    {
        for (int i = 0; i < peers.Length; i++)
        {
            using var server = PeerServer.Start(peers[i].Name, peers[i].Program);
            measured[i].Add(await IdleConnections.MeasureAsync(server));
        }
    }

    Report.WriteIdleHeader();
    for (int i = 0; i < peers.Length; i++)
    {
        Report.WriteIdle(peers[i].Name, measured[i], measured[0]);
    }
}
