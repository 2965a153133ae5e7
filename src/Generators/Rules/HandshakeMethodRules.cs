using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0034: whether the methods that are asked before a connection is accepted exist, and answer what they are asked.</summary>
internal static class HandshakeMethodRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        foreach (var method in endpoint.HandshakeMethods)
        {
            if (WhyNotUsable(method, endpoint) is { } reason)
            {
                yield return new(HandlerDescriptors.HandshakeMethod, endpoint.Method, method.Name, method.Setting, reason)
                {
                    AttributeParameter = method.Setting,
                    Properties = PropertiesOf(method, endpoint.Method.ContainingType),
                };
            }
        }
    }

    /// <summary>Those that can be asked, so that their parameters are worth a look.</summary>
    public static IEnumerable<HandshakeMethod> Usable(EndpointDeclaration endpoint) =>
        endpoint.HandshakeMethods.Where(method => WhyNotUsable(method, endpoint) is null);

    // What a code fix needs to create the method, where there is room for it.
    private static ImmutableDictionary<string, string?> PropertiesOf(HandshakeMethod method, INamedTypeSymbol controller)
    {
        var none = ImmutableDictionary<string, string?>.Empty;
        return method.Candidates.IsEmpty && controller.GetMembers(method.Name).IsEmpty
            ? none.Add(DiagnosticProperties.Name, method.Name).Add(DiagnosticProperties.Setting, method.Setting)
            : none;
    }

    private static string? WhyNotUsable(HandshakeMethod method, EndpointDeclaration endpoint) => method.Candidates switch
    {
        [] => $"'{endpoint.Method.ContainingType.Name}' has none of that name{Suggest(method.Name, endpoint.Method)}",
        [var only] => WhyNotCallable(only, endpoint.Known) ?? WhyNotAnswer(only, method, endpoint.Known) ?? WhyNotNow(only, new(endpoint, method)),
        _ => $"'{endpoint.Method.ContainingType.Name}' has several of that name",
    };

    private static string Suggest(string name, IMethodSymbol handler)
    {
        var others = handler.ContainingType.GetHierarchy()
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.MethodKind == MethodKind.Ordinary && !method.IsImplicitlyDeclared && method.Name != handler.Name);

        return NearestName.Find(name, others.Select(static method => method.Name)) is { } nearest ? $"; did you mean '{nearest}'?" : "";
    }

    private static string? WhyNotCallable(IMethodSymbol method, KnownSymbols known) =>
        HandlerRules.WhyNotCallable(method) is { } reason ? $"it {reason}"
        : !known.IsInProject(method) && !known.IsAccessible(method) ? "it is internal to another assembly"
        : null;

    private static string? WhyNotAnswer(IMethodSymbol method, HandshakeMethod asked, KnownSymbols known)
    {
        var (value, awaits) = ResultParser.Unwrap(method.ReturnType, known);
        bool isThere = method.RefKind == RefKind.None && (awaits == AwaitKind.None || method.ReturnType.NullableAnnotation != NullableAnnotation.Annotated);
        var (isAnswer, answers) = asked.Setting == HandshakeMethod.Verify
            ? (Verifies(value, known), "bool, IResult?, or a Task or ValueTask of one of them")
            : (value?.SpecialType == SpecialType.System_String, "string?, or a Task or ValueTask of one");

        return isThere && isAnswer ? null : $"it returns '{method.ReturnType.Display()}', and not {answers}";
    }

    private static bool Verifies(ITypeSymbol? value, KnownSymbols known) =>
        value is { SpecialType: SpecialType.System_Boolean }
        || (value is { IsRefLikeType: false } && ResultParser.NotNull(value).IsOrImplements(known.Result));

    private static string? WhyNotNow(IMethodSymbol method, ParameterParser parser) =>
        method.Parameters.FirstOrDefault(parser.NeedsConnection) is { } parameter ? $"it takes '{parameter.Name}', and there is no connection yet" : null;
}
