using System.Text;

namespace Upwire.Generators.Parsing;

/// <summary>Headers that a parameter is named after.</summary>
internal static class HeaderName
{
    /// <summary>
    /// The header of a parameter without another name: where a name has humps, a hyphen stands before each and the first
    /// letter is a capital (<c>userAgent</c> is <c>User-Agent</c>); other names are headers as they are.
    /// </summary>
    public static string Of(string parameter)
    {
        var name = new StringBuilder();
        for (int i = 0; i < parameter.Length; i++)
        {
            if (i > 0 && StartsHump(parameter, i))
            {
                name.Append('-');
            }

            name.Append(parameter[i]);
        }

        if (name.Length == parameter.Length)
        {
            return parameter;
        }

        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    // Several capitals are one hump, whose last begins the next one where a small letter follows: xmlHTTPRequest has three.
    private static bool StartsHump(string text, int index) =>
        char.IsUpper(text[index])
        && text[index - 1] != '_'
        && (!char.IsUpper(text[index - 1]) || (index + 1 < text.Length && char.IsLower(text[index + 1])));
}
