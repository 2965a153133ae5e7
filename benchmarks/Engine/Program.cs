using System.Globalization;
using Benchmarks;
using Upwire;

// dotnet run -c Release --project benchmarks/Engine -- [rounds] [seconds]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
var time = TimeSpan.FromSeconds(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 0.3);

// Both are hot, and compiled again, before anything counts.
int warmUp = (int)Math.Ceiling(TimeSpan.FromSeconds(4) / time);

Engine[] engines =
[
    await Engine.StartAsync(
        "ASP.NET Core",
        static _ => { },
        static app =>
        {
            app.UseWebSockets();
            app.Map("/echo", Echo.AnswerAsync);
            app.Map("/text", Echo.AnswerTextAsync);
        }),
    await Engine.StartAsync(
        "Upwire",
        static services => services.AddUpwire(),
        static app => app.MapUpwire()),
];

Console.WriteLine("| row | server | ns each | ratio | bytes each |");
Console.WriteLine("| --- | --- | ---: | ---: | ---: |");
foreach (var row in Row.All)
{
    var taken = await Turns.TakeAsync(engines, rounds, warmUp, engine => engine.MeasureAsync(row, time));
    foreach (var (engine, own) in engines.Zip(taken))
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Name} | {engine.Name} | {Statistics.Median(own, static one => one.Nanoseconds):F0} "
            + $"| {Statistics.Ratio(own, taken[0], static one => one.Nanoseconds):F2} | {Statistics.Median(own, static one => one.Bytes):F0} |"));
    }
}

foreach (var engine in engines)
{
    await engine.DisposeAsync();
}
