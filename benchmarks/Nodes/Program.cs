using System.Globalization;
using Benchmarks;

// dotnet run -c Release --project benchmarks/Nodes -- [rounds] [seconds] [rows...]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var duration = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);
var rows = Row.Choose([new(1, 32, 1), new(1, 32, 16), new(1, 1024, 16), new(100, 32, 8), new(100, 1024, 8)], [.. args.Skip(2)]);
if (rows.Count == 0)
{
    return 1;
}

ClientSocket.UseOneThread();
Processors.PinThis(Processors.Client);

using var redis = await RedisServer.StartAsync();
var measuring = new Rounds(rounds, duration);
Func<NodeGroup>[] starts =
[
    () => NodeGroup.Two("SignalR", "SignalRPeer", Dialect.SignalR, redis.Configuration),
    static () => NodeGroup.One("SignalR", "SignalRPeer", Dialect.SignalR),
    () => NodeGroup.Two("Upwire", "UpwireWebSocketPeer", Dialect.Plain, redis.Configuration),
    static () => NodeGroup.One("Upwire", "UpwireWebSocketPeer", Dialect.Plain),
];

Report.WriteHeader();
foreach (var (row, measured) in await measuring.MeasureAsync(starts, rows, static (row, peer) => Room.OpenAsync(peer.ListenAt, peer.SpeakAt, peer.Dialect, row)))
{
    var signalR = Pair(measured[0], measured[1]);
    Report.Write(row, "SignalR", signalR, signalR);
    Report.Write(row, "Upwire", Pair(measured[2], measured[3]), signalR);
}

return 0;

static List<Round> Pair(List<Measurement> two, List<Measurement> one) => [.. two.Zip(one, static (two, one) => new Round(two, one))];
