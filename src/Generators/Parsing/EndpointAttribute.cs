namespace Upwire.Generators.Parsing;

/// <summary>An attribute that makes an endpoint of a method. A new one is added to <see cref="All"/>, and nowhere else.</summary>
/// <param name="Name">The type's name in the namespace Upwire, without the suffix.</param>
/// <param name="Verb">The HTTP method; null for a WebSocket, and where the attribute itself is told.</param>
/// <param name="IsToldVerb">Whether the HTTP method is the first argument of the attribute, before the template.</param>
internal sealed record EndpointAttribute(string Name, string? Verb, bool IsToldVerb = false)
{
    public static readonly EndpointAttribute[] All =
    [
        new("HttpGet", "GET"),
        new("HttpPost", "POST"),
        new("HttpPut", "PUT"),
        new("HttpPatch", "PATCH"),
        new("HttpDelete", "DELETE"),
        new("HttpHead", "HEAD"),
        new("HttpOptions", "OPTIONS"),
        new("HttpMethod", null, IsToldVerb: true),
        new("WebSocket", null),
    ];

    public bool IsWebSocket => Verb is null && !IsToldVerb;

    public string MetadataName => $"Upwire.{Name}Attribute";
}
