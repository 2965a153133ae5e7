using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Upwire.CodeFixes;

/// <summary>Types as they are written at a place: simplified, and with the usings that they need there.</summary>
/// <param name="compilation">The project.</param>
/// <param name="model">The file.</param>
/// <param name="position">The place.</param>
internal sealed class TypeNames(Compilation compilation, SemanticModel model, int position)
{
    private const string Simple = "Upwire.Simple";

    /// <summary>Writes a type.</summary>
    public TypeSyntax Write(ITypeSymbol type)
    {
        string simple = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        var syntax = SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .WithAdditionalAnnotations(Simplifier.Annotation, new SyntaxAnnotation(Simple, simple));

        return NamespacesOf(type).Aggregate(syntax, static (node, ns) => node.NeedingImport(ns));
    }

    /// <summary>What a reader sees of a type, also while it is not simplified yet.</summary>
    public static string Read(TypeSyntax type) =>
        type.GetAnnotations(Simple).FirstOrDefault()?.Data ?? string.Concat(type.DescendantTokens().Select(static token => token.ValueText));

    /// <summary>Writes the name of an attribute.</summary>
    public NameSyntax WriteAttribute(string metadataName) =>
        (NameSyntax)Write(compilation.GetTypeByMetadataName(metadataName)!);

    /// <summary>The types that a type's name is made of.</summary>
    public static IEnumerable<INamedTypeSymbol> PartsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => PartsOf(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => PartsOf(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TypeArguments.SelectMany(PartsOf),
        INamedTypeSymbol { ContainingType: { } outer } named => PartsOf(outer).Concat(named.TypeArguments.SelectMany(PartsOf)),
        INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_DateTime or > SpecialType.System_String } named => named.TypeArguments.SelectMany(PartsOf).Prepend(named),
        _ => [],
    };

    private IEnumerable<string> NamespacesOf(ITypeSymbol type) =>
        PartsOf(type)
            .Where(part => !part.ContainingNamespace.IsGlobalNamespace
                && !model.LookupNamespacesAndTypes(position, name: part.Name).Contains(part.OriginalDefinition, SymbolEqualityComparer.Default))
            .Select(static part => part.ContainingNamespace.ToDisplayString())
            .Distinct();
}
