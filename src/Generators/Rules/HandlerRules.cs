using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0030 and UPW0033: whether generated code can call the method, and whether a WebSocket's can talk.</summary>
internal static class HandlerRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        var method = endpoint.Method;
        if ((WhyNotCallable(method) ?? AttributeParser.WhyIncomplete(method, endpoint.Known)) is { } reason)
        {
            yield return new(HandlerDescriptors.NotCallable, method, method.Name, reason);
        }

        if (endpoint.IsWebSocket && !method.Parameters.Any(parameter => IsConnection(parameter, endpoint.Known)) && !SendsSequence(endpoint))
        {
            yield return new(HandlerDescriptors.NoConnection, method, method.Name);
        }
    }

    /// <summary>Why generated code cannot call a method, after "it"; null where it can.</summary>
    public static string? WhyNotCallable(IMethodSymbol method) =>
        method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) ? "is not public or internal"
        : method.MethodKind != MethodKind.Ordinary ? "is no ordinary method"
        : method.ContainingType.TypeKind == TypeKind.Extension ? "is in an extension block; a handler stands in a class itself"
        : method.IsVararg ? "has '__arglist'"
        : method.IsGenericMethod ? "is generic"
        : method.IsAbstract ? "is abstract"
        : method.IsAsync && method.ReturnsVoid ? "is 'async void', whose failures nobody sees; return Task"
        : method.Parameters.Any(static p => p.RefKind != RefKind.None) ? "has a 'ref', 'out' or 'in' parameter"
        : method.Parameters.Any(static p => p.Type.ContainsPointer()) ? "has a pointer as a parameter"
        : method.Parameters.Any(static p => p.Type.IsRefLikeType) ? "has a 'ref struct' as a parameter, which does not outlive an await"
        : null;

    private static bool IsConnection(IParameterSymbol parameter, KnownSymbols known) =>
        parameter.Type.Is(known.WebSocketConnection)
        || parameter.Type.Is(known.WebSocket)
        || parameter.Type.Is(known.Stream)
        || parameter.Type.OriginalDefinition.Is(known.AsyncEnumerable)
        || parameter.FindAttribute(known.FromMessage) is not null;

    private static bool SendsSequence(EndpointDeclaration endpoint) =>
        ResultParser.Unwrap(endpoint).Value is { } value && ResultParser.ItemsOf(ResultParser.NotNull(value), endpoint.Known).Any();
}
