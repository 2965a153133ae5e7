using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>The server has one core, and whoever asks it another: neither takes the other's time.</summary>
internal static class Processors
{
    public const int Server = 0;

    public const int Client = 1;

    /// <summary>How a program is started on one core. On Linux, affinity belongs to threads: it must be there before the first one.</summary>
    public static ProcessStartInfo Start(int core, string program, params string[] arguments) =>
        OperatingSystem.IsLinux()
            ? new("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), program, .. arguments])
            : new(program, arguments);

    /// <summary>Moves this process.</summary>
    public static void PinThis(int core)
    {
        using var own = Process.GetCurrentProcess();
        Pin(own, core);
    }

    /// <summary>Moves a process that runs already, with all of its threads.</summary>
    public static void Pin(Process process, int core)
    {
        if (OperatingSystem.IsLinux())
        {
            string[] arguments = ["-a", "-p", "-c", core.ToString(CultureInfo.InvariantCulture), process.Id.ToString(CultureInfo.InvariantCulture)];
            using var taskset = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
            taskset.WaitForExit();
        }
        else if (OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1 << core;
        }
    }
}
