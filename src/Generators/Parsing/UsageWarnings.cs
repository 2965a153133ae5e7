using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators.Parsing;

/// <summary>
/// The warnings that a type or member gives to whoever uses it: <c>[Obsolete(DiagnosticId)]</c> and <c>[Experimental]</c>.
/// They are for the user's code, where they are answered; generated code, which cannot do without the type, switches them off.
/// </summary>
internal static class UsageWarnings
{
    public static IEnumerable<string> Of(IMethodSymbol method) =>
        Declared(method)
            .Concat(method.Parameters.SelectMany(static parameter => OfType(parameter.Type)))
            .Concat(OfType(method.ReturnType));

    public static IEnumerable<string> OfType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => OfType(array.ElementType),
        INamedTypeSymbol named => Declared(named)
            .Concat(named.TypeArguments.SelectMany(OfType))
            .Concat(named.ContainingType is { } outer ? OfType(outer) : []),
        _ => [],
    };

    public static IEnumerable<string> OfAttributes(IEnumerable<AttributeData> attributes) =>
        attributes.SelectMany(static attribute => OfType(attribute.AttributeClass!).Concat(Declared(attribute.AttributeConstructor!)));

    private static IEnumerable<string> Declared(ISymbol symbol) =>
        symbol.GetAttributes().Select(IdOf).OfType<string>().Where(SyntaxFacts.IsValidIdentifier);

    private static string? IdOf(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        "System.ObsoleteAttribute" => attribute.FindNamedArgument("DiagnosticId")?.Value as string,
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value as string,
        _ => null,
    };
}
