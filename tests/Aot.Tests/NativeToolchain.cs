using System.Runtime.InteropServices;

namespace Upwire.Aot.Tests;

/// <summary>What this machine can compile natively, and for what.</summary>
internal static class NativeToolchain
{
    // The SDK's native compiler links with clang or, where there is none, with gcc.
    private static readonly string[] Linkers = ["clang", "gcc"];

    /// <summary>Why nothing can be published natively here; null where it can.</summary>
    public static string? WhyNot() =>
        OperatingSystem.IsWindows() || InstalledProgram.Find(Linkers) is not null ? null : $"Native compilation needs one of {string.Join(", ", Linkers)}; none is on the PATH.";

    /// <summary>The host's runtime identifier, without the distribution that the SDK may have been built for.</summary>
    public static string RuntimeIdentifier { get; } =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : IsMusl() ? "linux-musl" : "linux")
        + $"-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>What only a native build gives: where nothing could be built, tests that ask for it say so instead of passing.</summary>
    public static T Running<T>(T value)
    {
        if (WhyNot() is { } reason)
        {
            InstalledProgram.Miss(reason);
        }

        return value;
    }

    private static bool IsMusl() => File.Exists("/etc/alpine-release");
}
