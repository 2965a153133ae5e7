using Microsoft.Extensions.Primitives;

namespace Upwire;

/// <summary>Header fields that are lists of tokens, over any number of lines (RFC 9110 5.6.1).</summary>
internal static class HeaderTokens
{
    public static bool Contain(StringValues lines, string token, StringComparison comparison = StringComparison.OrdinalIgnoreCase)
    {
        foreach (string? line in lines)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                if (line.AsSpan(range).Trim(" \t").Equals(token, comparison))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>All of them, in their order.</summary>
    public static IEnumerable<string> Read(StringValues lines)
    {
        foreach (string? line in lines)
        {
            foreach (string token in (line ?? "").Split(','))
            {
                yield return token.Trim(' ', '\t');
            }
        }
    }
}
