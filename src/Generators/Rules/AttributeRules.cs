using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0035: whether the values of the endpoint's attribute, apart from the template, can be used.</summary>
internal static class AttributeRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        if (endpoint.Kind.IsToldVerb && HttpMethodName.WhyNotValid(endpoint.Verb) is { } reason)
        {
            yield return new(HandlerDescriptors.AttributeValue, endpoint.Method, endpoint.Verb ?? "null", endpoint.Kind.Name, reason)
            {
                AttributeParameter = "method",
            };
        }

        foreach (var argument in endpoint.Attribute.NamedArguments)
        {
            foreach (var (value, why) in WhyNotUsable(argument.Key, argument.Value))
            {
                yield return new(HandlerDescriptors.AttributeValue, endpoint.Method, value, endpoint.Kind.Name, why)
                {
                    AttributeParameter = argument.Key,
                };
            }
        }
    }

    private static IEnumerable<(string Value, string Why)> WhyNotUsable(string name, TypedConstant value) => (name, value) switch
    {
        (_, { Kind: TypedConstantKind.Primitive, Value: int and <= 0 }) => [(value.Value!.ToString(), $"{name} is above zero")],
        (_, { Kind: TypedConstantKind.Enum, Type: { } type }) when !type.GetMembers().OfType<IFieldSymbol>().Any(field => Equals(field.ConstantValue, value.Value)) =>
            [(value.Value!.ToString(), $"{name} is one of {string.Join(", ", type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).Select(static field => field.Name))}")],
        ("SubProtocols", { Kind: TypedConstantKind.Array, IsNull: false }) => WhyNotSubProtocols([.. value.Values.Select(static item => item.Value as string)]),
        ("Origins", { Kind: TypedConstantKind.Array, IsNull: false }) => value.Values
            .Select(static item => item.Value as string)
            .Where(static origin => !IsOrigin(origin))
            .Select(static origin => (origin ?? "null", "an origin is a scheme, a host and, if it is not the scheme's, a port, as in 'https://example.com' or 'https://*.example.com', or '*' for any")),
        _ => [],
    };

    // As the runtime reads it (RFC 6454, section 6.2); null stands for pages without one.
    private static bool IsOrigin(string? origin) =>
        origin is "*" or "null"
        || (origin is not null
            && Uri.TryCreate(origin.Replace("://*.", "://"), UriKind.Absolute, out var uri)
            && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/", Fragment: "" }
            && !origin.EndsWith("/", StringComparison.Ordinal));

    private static IEnumerable<(string Value, string Why)> WhyNotSubProtocols(IReadOnlyList<string?> protocols)
    {
        for (int i = 0; i < protocols.Count; i++)
        {
            if (string.IsNullOrEmpty(protocols[i]) || !protocols[i]!.All(HttpToken.IsCharacter))
            {
                yield return (protocols[i] ?? "null", "a sub-protocol is a token (RFC 9110, section 5.6.2): letters, digits and a few signs");
            }
            else if (protocols.Take(i).Contains(protocols[i]))
            {
                yield return (protocols[i]!, "the sub-protocol is there twice");
            }
        }
    }
}
