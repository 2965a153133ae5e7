using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>A type that an endpoint reads or writes as JSON.</summary>
/// <param name="Type">The type whose contract is asked for.</param>
/// <param name="Place">The parameter, the property or the method whose type says so.</param>
/// <param name="IsRead">Whether it is read.</param>
internal sealed record JsonUse(ITypeSymbol Type, ISymbol Place, bool IsRead)
{
    /// <summary>Those of an endpoint that no rule refuses.</summary>
    public static IEnumerable<JsonUse> Of(EndpointDeclaration endpoint) =>
        Read(new(endpoint), endpoint.Method)
            .Concat(HandshakeMethodRules.Usable(endpoint).SelectMany(method => Read(new(endpoint, method), method.Candidates[0])))
            .Concat(Written(endpoint).Select(type => new JsonUse(type, endpoint.Method, IsRead: false)));

    private static IEnumerable<JsonUse> Read(ParameterParser parser, IMethodSymbol method) =>
        method.Parameters.SelectMany(parser.JsonTargetsOf).Select(static target => new JsonUse(target.Type, target.Symbol, IsRead: true));

    private static IEnumerable<ITypeSymbol> Written(EndpointDeclaration endpoint)
    {
        var known = endpoint.Known;
        return ResultParser.Unwrap(endpoint).Value is not { } value ? []
            : endpoint.IsWebSocket ? OfReply(ResultParser.NotNull(value), known)
            : OfAnswer(ResultParser.NotNull(value), known);
    }

    private static IEnumerable<ITypeSymbol> OfReply(ITypeSymbol value, KnownSymbols known)
    {
        var message = ResultParser.NotNull(ResultParser.ItemsOf(value, known).FirstOrDefault() ?? value);
        return MessageParser.KindOf(message, known) == MessageKind.Json ? [message] : [];
    }

    private static IEnumerable<ITypeSymbol> OfAnswer(ITypeSymbol value, KnownSymbols known) => ResultParser.KindOf(value, known) switch
    {
        ResultKind.Json => [value],
        ResultKind.Array => [ResultParser.ItemsOf(value, known).First()],
        ResultKind.Events => OfEvents(((INamedTypeSymbol)ResultParser.ItemsOf(value, known).First()).TypeArguments[0]),
        ResultKind.Result when value is INamedTypeSymbol result => OfTypedResult(result),
        _ => [],
    };

    // Texts and bytes are written as they are.
    private static IEnumerable<ITypeSymbol> OfEvents(ITypeSymbol data) =>
        data is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } ? [] : [data];

    // Ok<T> and all others of one type argument write their value; Results<...> is one of several.
    private static IEnumerable<ITypeSymbol> OfTypedResult(INamedTypeSymbol result) =>
        result.ContainingNamespace.ToDisplayString() != "Microsoft.AspNetCore.Http.HttpResults" ? []
        : result.Name == "Results" ? result.TypeArguments.OfType<INamedTypeSymbol>().SelectMany(OfTypedResult)
        : result.Name == "ServerSentEventsResult" ? result.TypeArguments.SelectMany(OfEvents)
        : result.TypeArguments;
}
