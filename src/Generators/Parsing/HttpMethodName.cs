namespace Upwire.Generators.Parsing;

/// <summary>The names of HTTP methods (RFC 9110, sections 5.6.2 and 9.1).</summary>
internal static class HttpMethodName
{
    /// <summary>The name in the spelling that ASP.NET Core gives it: routing compares methods whatever the case.</summary>
    public static string? Canonicalize(string? name) =>
        EndpointAttribute.All.FirstOrDefault(attribute => string.Equals(attribute.Verb, name, StringComparison.OrdinalIgnoreCase))?.Verb ?? name;

    /// <summary>Why a name cannot be that of a method; null for one that can.</summary>
    public static string? WhyNotValid(string? name) =>
        string.IsNullOrEmpty(name) ? "it is empty; name an HTTP method, for example \"PROPFIND\""
        : name == "*" ? "routing takes '*' for every method; name one"
        : name!.FirstOrDefault(static c => !HttpToken.IsCharacter(c)) is var bad and not '\0' ? $"it has the character '{bad}', which no method's name has"
        : name!.IndexOf('\0') >= 0 ? "it has the character U+0000, which no method's name has"
        : null;
}
