using System.Diagnostics;
using System.Globalization;
using Benchmarks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators;
using Upwire.Generators.Analyzers;

// dotnet run -c Release --project benchmarks/Compiler -- [rounds] [controllers of ten endpoints]
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
var project = new LargeProject(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100);

Console.WriteLine("| generator | Upwire, ms | driver alone, ms | Upwire's own, ms |");
Console.WriteLine("| --- | ---: | ---: | ---: |");
MeasureEdits("edit in a method of another file", project.WithBody);
MeasureEdits("member added in another file", project.WithMember);

Console.WriteLine();
Console.WriteLine("| analyzer | ms |");
Console.WriteLine("| --- | ---: |");
var analyzers = typeof(RouteTableAnalyzer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer))).OrderBy(static type => type.Name).ToArray();
foreach (var analyzer in analyzers)
{
    var times = new List<double>();
    for (int round = 0; round < rounds; round++)
    {
        times.Add(await AnalyzeAsync((DiagnosticAnalyzer)Activator.CreateInstance(analyzer)!));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {analyzer.Name} | {Statistics.Median(times):F1} |"));
}

void MeasureEdits(string name, Func<int, CSharpCompilation> edit)
{
    var upwire = CreateDriver(new UpwireGenerator()).RunGenerators(project.Compilation);
    var alone = CreateDriver(new DriverAlone()).RunGenerators(project.Compilation);
    var pairs = new List<(double Upwire, double Alone)>();
    for (int round = 0; round < rounds; round++)
    {
        // Each gets a compilation of its own: what one has bound would be there for the other.
        var (first, second) = (edit(round), edit(round));
        pairs.Add((Time(() => upwire = upwire.RunGenerators(first)), Time(() => alone = alone.RunGenerators(second))));
    }

    // The fastest rounds: what disturbs one only ever makes it slower, and by more than what is looked for.
    var (fastest, fastestAlone) = (pairs.Min(static pair => pair.Upwire), pairs.Min(static pair => pair.Alone));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {fastest:F2} | {fastestAlone:F2} | {fastest - fastestAlone:F2} |"));
}

static GeneratorDriver CreateDriver(IIncrementalGenerator generator) =>
    CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: LargeProject.ParseOptions);

async Task<double> AnalyzeAsync(DiagnosticAnalyzer analyzer)
{
    // What the compiler itself does for every project is done before.
    var compilation = project.WithBody(0);
    compilation.GetDiagnostics();
    var analysis = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
    var found = await analysis.GetAnalyzerDiagnosticsAsync();
    if (found.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
    {
        throw new InvalidOperationException($"{error}");
    }

    return (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, default)).ExecutionTime.TotalMilliseconds;
}

static double Time(Action action)
{
    long start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}
