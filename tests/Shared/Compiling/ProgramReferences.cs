using Microsoft.CodeAnalysis;

namespace Upwire.Tests;

/// <summary>What the programs of tests are compiled against: of what the test itself runs on, all that a project of a user may have.</summary>
internal static class ProgramReferences
{
    public static readonly MetadataReference[] All =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsOfUsers(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsOfUsers(string file) =>
        file is "Upwire.dll" or "Upwire.Redis.dll" or "StackExchange.Redis.dll" or "netstandard.dll" or "mscorlib.dll"
        || (HasPrefix(file, "System.", "Microsoft.", "OpenTelemetry.", "xunit.") && !file.Contains("CodeAnalysis", StringComparison.Ordinal));

    private static bool HasPrefix(string file, params ReadOnlySpan<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            if (file.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
