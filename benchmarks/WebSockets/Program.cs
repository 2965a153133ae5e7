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

var measuring = new Rounds(rounds, duration);
(string Name, string Program, string[] Arguments)[] peers =
[
    ("ASP.NET Core", "AspNetCoreWebSocketPeer", []),
    ("Upwire", "UpwireWebSocketPeer", []),
    ("Upwire, PreferThroughput", "UpwireWebSocketPeer", ["--prefer-throughput"]),
];
Func<PeerServer>[] starts = [.. peers.Select(static peer => (Func<PeerServer>)(() => PeerServer.Start(peer.Name, peer.Program, peer.Arguments)))];

ClientSocket.UseOneThread();
Processors.PinThis(Processors.Client);

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
    foreach (var (row, measured) in await measuring.MeasureAsync(starts, rows, static (row, server) => row.OpenAsync(server.Address)))
    {
        for (int i = 0; i < peers.Length; i++)
        {
            Report.Write(row, peers[i].Name, measured[i], measured[0]);
        }
    }
}

async Task MeasureIdleAsync()
{
    var measured = peers.Select(static _ => new List<MemoryUse>()).ToList();
    for (int round = 0; round < IdleRounds; round++)
    {
        for (int i = 0; i < peers.Length; i++)
        {
            using var server = starts[i]();
            measured[i].Add(await IdleConnections.MeasureAsync(server));
        }
    }

    Report.WriteIdleHeader();
    for (int i = 0; i < peers.Length; i++)
    {
        Report.WriteIdle(peers[i].Name, measured[i], measured[0]);
    }
}
