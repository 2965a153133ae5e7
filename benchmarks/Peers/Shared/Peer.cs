using System.Globalization;

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

        // A line is a question; the end of the input is the end.
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{GC.GetTotalAllocatedBytes(precise: true)} {Environment.CpuUsage.TotalTime.TotalMicroseconds:F0}"));
        }

        await app.StopAsync();
    }
}
