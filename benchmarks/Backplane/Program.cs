using System.Globalization;
using Benchmarks;

// dotnet run -c Release --project benchmarks/Backplane -- [rounds] [seconds]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
var time = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);

using var server = await RedisServer.StartAsync();
IBus[] buses = [await UpwireBus.StartAsync(server.Configuration), await ClientBus.StartAsync(server.Configuration)];
Console.WriteLine("| bytes x window | bus | messages/s | ratio | CPU us each | ratio | bytes each |");
Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
foreach (var (size, window) in new[] { (32, 1), (32, 256), (1024, 256) })
{
    var taken = await Turns.TakeAsync(buses, rounds, warmUp: 1, bus => Measurement.TakeAsync(bus, size, window, time));
    var client = taken[1];
    foreach (var (bus, own) in buses.Zip(taken))
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {size} x {window} | {bus.Name} | {Statistics.Median(own, static one => one.PerSecond):F0} | {Statistics.Ratio(own, client, static one => one.PerSecond):F2} "
            + $"| {Statistics.Median(own, static one => one.Microseconds):F1} | {Statistics.Ratio(own, client, static one => one.Microseconds):F2} "
            + $"| {Statistics.Median(own, static one => one.Bytes):F0} |"));
    }
}

foreach (var bus in buses)
{
    await bus.DisposeAsync();
}
