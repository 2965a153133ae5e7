using System.Diagnostics.CodeAnalysis;

namespace Upwire.Tests;

/// <summary>Programs that only some machines have.</summary>
internal static class InstalledProgram
{
    /// <summary>The first of these names that is on the PATH; null where none is.</summary>
    public static string? Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Ends a test that needs one: it is skipped with the reason, but fails on a build server, which installs them all.</summary>
    [DoesNotReturn]
    public static void Miss(string reason)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Fail(reason);
    }
}
