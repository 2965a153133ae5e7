namespace Upwire.Generators.Parsing;

/// <summary>An attribute that makes an endpoint of a method. A new one is added to <see cref="All"/>, and nowhere else.</summary>
/// <param name="Name">The type's name in the namespace Upwire, without the suffix.</param>
/// <param name="Verb">The HTTP method; null for a WebSocket.</param>
internal sealed record EndpointAttribute(string Name, string? Verb)
{
    public static readonly EndpointAttribute[] All =
    [
        new("HttpGet", "GET"),
        new("HttpPost", "POST"),
        new("HttpPut", "PUT"),
        new("HttpPatch", "PATCH"),
        new("HttpDelete", "DELETE"),
        new("WebSocket", null),
    ];

    public string MetadataName => $"Upwire.{Name}Attribute";
}
