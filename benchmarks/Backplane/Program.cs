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
    var taken = buses.ToDictionary(static bus => bus, static _ => new List<Measurement>());
    for (int round = -1; round < rounds; round++)
    {
        foreach (var bus in buses)
        {
            var measurement = await Measurement.TakeAsync(bus, size, window, time);
            if (round >= 0)
            {
                taken[bus].Add(measurement);
            }
        }
    }

    var client = taken[buses[1]];
    foreach (var bus in buses)
    {
        var own = taken[bus];
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
