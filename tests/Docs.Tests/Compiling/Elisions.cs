using System.Text.RegularExpressions;

namespace Upwire.Docs.Tests.Compiling;

/// <summary>Three dots in the place of code, as pages have them where it does not matter.</summary>
internal static partial class Elisions
{
    /// <summary>Puts code there, on the same lines.</summary>
    public static string Fill(string code) => Lines().Replace(Bodies().Replace(Expressions().Replace(code, "=> throw null!;"), "{ throw null!; }"), "");

    [GeneratedRegex(@"=> \.\.\.;?")]
    private static partial Regex Expressions();

    [GeneratedRegex(@"\{ \.\.\. \}")]
    private static partial Regex Bodies();

    [GeneratedRegex(@"^ *\.\.\.$", RegexOptions.Multiline)]
    private static partial Regex Lines();
}
