namespace Upwire.Generators.Parsing;

/// <summary>Tokens of HTTP (RFC 9110, section 5.6.2).</summary>
internal static class HttpToken
{
    public static bool IsCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
            or '!' or '#' or '$' or '%' or '&' or '\'' or '*' or '+' or '-' or '.' or '^' or '_' or '`' or '|' or '~';
}
