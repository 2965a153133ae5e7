using System.Text.RegularExpressions;

namespace Upwire.Aot.Tests;

internal static partial class NativeBuild
{
    /// <summary>Trimming and AOT warnings say what will not work, or not surely, in the binary.</summary>
    public static void AssertClean(string log) => Assert.Empty(Warning().Matches(log).Select(match => match.Value).Distinct());

    [GeneratedRegex(@"^.*\bIL[23]\d{3}\b.*$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
