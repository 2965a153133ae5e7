using System.Globalization;
using Benchmarks;

// dotnet run -c Release --project benchmarks/Http -- [rounds] [seconds]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var duration = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);
const string Baseline = "minimal API";
(string Name, string Program)[] peers = [("Upwire", "UpwirePeer"), (Baseline, "MinimalApiPeer"), ("MVC", "MvcPeer")];

var inProcess = peers.ToDictionary(static peer => peer.Name, static peer => PeerServer.InProcess(peer.Program));

var servers = peers.Select(static peer => PeerServer.Start(peer.Name, peer.Program)).Append(PeerServer.Start("Kestrel alone", "UpwirePeer", "--bare")).ToList();
try
{
    Processors.PinThis(Processors.Client);
    var measured = new Dictionary<(string Peer, string Row), List<Measurement>>();
    foreach (var row in Row.All)
    {
        foreach (var server in servers)
        {
            var load = new LoadClient(server.Address, row);
            await WarmUp.RunAsync(server, time => Task.FromResult(load.Run(time)));
        }

        for (int round = 0; round < rounds; round++)
        {
            foreach (var server in servers)
            {
                var before = server.Measure();
                var (count, time) = new LoadClient(server.Address, row).Run(duration);
                var after = server.Measure();
                if (!measured.TryGetValue((server.Name, row.Name), out var all))
                {
                    measured[(server.Name, row.Name)] = all = [];
                }

                all.Add(new(
                    count / time.TotalSeconds,
                    (after.CpuMicroseconds - before.CpuMicroseconds) / count,
                    (double)(after.AllocatedBytes - before.AllocatedBytes) / count));
            }
        }
    }

    Report.Write(measured, inProcess, Baseline);
}
finally
{
    servers.ForEach(static server => server.Dispose());
}
