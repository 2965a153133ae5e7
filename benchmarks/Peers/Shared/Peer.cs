using System.Globalization;
using System.Runtime;

namespace Benchmarks;

/// <summary>Runs a peer: as a server that tells on its standard output what it has used, or without a server.</summary>
public static class Peer
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    public static async Task RunAsync(WebApplication app, string[] args)
    {
        if (args.Contains("--in-process"))
        {
            InProcess.Measure(app);
            return;
        }

        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());

        // On a thread of its own: this may be one of the pool, which has but one for one core, and would be held up until it takes another.
        await Task.Factory.StartNew(AnswerQuestions, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await app.StopAsync();
    }

    // A line is a question; the end of the input is the end.
    private static void AnswerQuestions()
    {
        while (Console.ReadLine() is { } question)
        {
            Console.WriteLine(question == "memory" ? Memory() : Usage());
        }
    }

    private static string Usage() => string.Create(
        CultureInfo.InvariantCulture,
        $"{GC.GetTotalAllocatedBytes(precise: true)} {Environment.CpuUsage.TotalTime.TotalMicroseconds:F0} {JitInfo.GetCompiledMethodCount()}");

    // What is not needed is given back to the system first.
    private static string Memory()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Environment.WorkingSet} {GC.GetTotalMemory(forceFullCollection: false)}");
    }
}
