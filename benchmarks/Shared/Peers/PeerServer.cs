using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Benchmarks;

/// <summary>A peer, running as a process of its own on a core of its own.</summary>
internal sealed class PeerServer : IPeer
{
    private readonly Process _process;

    private PeerServer(string name, Process process, Uri address)
    {
        Name = name;
        _process = process;
        Address = address;
    }

    public string Name { get; }

    public Uri Address { get; }

    public static PeerServer Start(string name, string program, params string[] arguments)
    {
        var process = Process.Start(StartInfo(program, arguments))!;
        Processors.Pin(process, Processors.Server);
        return new(name, process, new Uri(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{name} did not start.")));
    }

    /// <summary>What the endpoints of a peer allocate, without a server: bytes for each request, row by row.</summary>
    public static Dictionary<string, long> InProcess(string program)
    {
        using var process = Process.Start(StartInfo(program, ["--in-process"]))!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('|'))
            .ToDictionary(static parts => parts[0], static parts => long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public Usage Measure()
    {
        string[] parts = Ask("usage");
        return new(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            double.Parse(parts[1], CultureInfo.InvariantCulture),
            long.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>What the process holds, after a collection.</summary>
    public MemoryUse MeasureMemory()
    {
        string[] parts = Ask("memory");
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private string[] Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        return _process.StandardOutput.ReadLine()!.Split(' ');
    }

    private static ProcessStartInfo StartInfo(string program, string[] arguments)
    {
        string path = typeof(PeerServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == program).Value!;
        var start = Processors.Start(Processors.Server, "dotnet", [path, .. arguments]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";

        // However the client's own sockets are set up: a server's are as they are by default.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("DOTNET_SYSTEM_NET_SOCKETS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
