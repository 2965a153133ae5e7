using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>An endpoint attribute on a method, with its template read: what the rules judge and the parser makes a model of.</summary>
internal sealed class EndpointDeclaration
{
    private EndpointDeclaration(IMethodSymbol method, AttributeData attribute, EndpointAttribute kind, KnownSymbols known)
    {
        Method = method;
        Attribute = attribute;
        Kind = kind;
        Known = known;
        Verb = kind.IsToldVerb ? HttpMethodName.Canonicalize(Argument(attribute, "method")) : kind.Verb;
        RouteAttribute = FindRoute(method.ContainingType, known);
        Joined = Join(OriginalTemplate);
        Template = RouteTemplateParser.Parse(Joined.Text);
        HandshakeMethods = kind.IsWebSocket ? HandshakeMethod.Of(attribute, method.ContainingType) : [];
    }

    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    public EndpointAttribute Kind { get; }

    public KnownSymbols Known { get; }

    /// <summary>The prefix of the class, or of the nearest base class that has one; null where none has.</summary>
    public AttributeData? RouteAttribute { get; }

    public JoinedTemplate Joined { get; }

    public RouteTemplate Template { get; }

    /// <summary>The methods that are asked before a connection is accepted, in their order.</summary>
    public ImmutableArray<HandshakeMethod> HandshakeMethods { get; }

    /// <summary>The HTTP method; null for a WebSocket, and where the attribute is told none.</summary>
    public string? Verb { get; }

    public bool IsWebSocket => Kind.IsWebSocket;

    /// <summary>Whether the method is called for each message, so that what it returns is the reply.</summary>
    public bool IsCalledForMessages => IsWebSocket && Method.Parameters.Any(parameter => parameter.FindAttribute(Known.FromMessage) is not null);

    /// <summary>Whether a class without an attribute is taken for the body (RFC 9110 gives the others' bodies no meaning).</summary>
    public bool InfersBody => Verb is "POST" or "PUT" or "PATCH";

    public string OriginalTemplate => Argument(Attribute, "template") ?? "";

    /// <summary>Joins the prefix of the class with a template that the method might have.</summary>
    public JoinedTemplate Join(string template) => JoinedTemplate.Join(Argument(RouteAttribute, "prefix"), template);

    /// <summary>The endpoints that the methods of a class declare.</summary>
    public static IEnumerable<EndpointDeclaration> Of(INamedTypeSymbol type, KnownSymbols known) =>
        type.GetMembers().OfType<IMethodSymbol>().SelectMany(method => Of(method, known));

    /// <summary>The endpoints that a method declares.</summary>
    public static IEnumerable<EndpointDeclaration> Of(IMethodSymbol method, KnownSymbols known)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (known.GetEndpointAttribute(attribute.AttributeClass) is { } kind)
            {
                yield return new(method, attribute, kind, known);
            }
        }
    }

    // Inherited, as attributes are: a prefix may stand on a common base class.
    private static AttributeData? FindRoute(INamedTypeSymbol? type, KnownSymbols known) =>
        type is null ? null : type.FindAttribute(known.Route) ?? FindRoute(type.BaseType, known);

    private static string? Argument(AttributeData? attribute, string parameter) =>
        attribute?.FindConstructorArgument(parameter) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;
}
