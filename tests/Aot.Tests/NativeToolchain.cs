using System.Runtime.InteropServices;

namespace Upwire.Aot.Tests;

/// <summary>What this machine can compile natively, and for what.</summary>
internal static class NativeToolchain
{
    // The SDK's native compiler links with clang or, where there is none, with gcc.
    private static readonly string[] Linkers = ["clang", "gcc"];

    /// <summary>Why nothing can be published natively here; null where it can.</summary>
    public static string? WhyNot() =>
        OperatingSystem.IsWindows() || Linkers.Any(IsOnPath) ? null : $"Native compilation needs one of {string.Join(", ", Linkers)}; none is on the PATH.";

    /// <summary>The host's runtime identifier, without the distribution that the SDK may have been built for.</summary>
    public static string RuntimeIdentifier { get; } =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : IsMusl() ? "linux-musl" : "linux")
        + $"-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static bool IsMusl() => File.Exists("/etc/alpine-release");

    private static bool IsOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
