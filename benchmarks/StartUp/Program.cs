using System.Globalization;
using System.Reflection;
using Benchmarks;

// dotnet run -c Release --project benchmarks/StartUp -- [rounds] [endpoints...]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 21;
int[] sizes = args.Length > 1 ? [.. args[1..].Select(static text => int.Parse(text, CultureInfo.InvariantCulture))] : [10, 100, 1_000];
string repository = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "Repository").Value!;

var root = Directory.CreateTempSubdirectory("upwire-start-up-");
try
{
    Console.WriteLine("| endpoints | signatures | framework | binary, MB | first response, ms | ratio |");
    Console.WriteLine("| ---: | --- | --- | ---: | ---: | ---: |");
    foreach (var (size, areAlike) in sizes.SelectMany(static size => new[] { (size, true), (size, false) }))
    {
        var upwire = NativeProgram.Publish(root.FullName, repository, Framework.Upwire, size, areAlike);
        var minimalApi = NativeProgram.Publish(root.FullName, repository, Framework.MinimalApi, size, areAlike);
        upwire.Start();
        minimalApi.Start();

        var pairs = new List<(double Upwire, double MinimalApi)>();
        for (int round = 0; round < rounds; round++)
        {
            pairs.Add((upwire.Start().TotalMilliseconds, minimalApi.Start().TotalMilliseconds));
        }

        Write(upwire, pairs.Select(static pair => pair.Upwire), pairs.Select(static pair => pair.Upwire / pair.MinimalApi));
        Write(minimalApi, pairs.Select(static pair => pair.MinimalApi), [1]);
    }
}
finally
{
    root.Delete(recursive: true);
}

static void Write(NativeProgram program, IEnumerable<double> milliseconds, IEnumerable<double> ratios) =>
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {program.Endpoints} | {(program.AreAlike ? "one" : "each its own")} | {program.Framework} | {program.Megabytes:F1} | {Statistics.Median(milliseconds):F1} | {Statistics.Median(ratios):F2} |"));
