using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>Where a declaration names a type.</summary>
internal static class TypeLocation
{
    /// <summary>The part of a parameter's, a property's or a return type that is a type; all of it where no part is.</summary>
    public static Location Find(ISymbol place, ITypeSymbol part, CancellationToken cancellation)
    {
        var (syntax, declared) = (place.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation), place) switch
        {
            (MethodDeclarationSyntax method, IMethodSymbol symbol) => (method.ReturnType, symbol.ReturnType),
            (ParameterSyntax parameter, IParameterSymbol symbol) => (parameter.Type, symbol.Type),
            (ParameterSyntax parameter, IPropertySymbol symbol) => (parameter.Type, symbol.Type),
            (PropertyDeclarationSyntax property, IPropertySymbol symbol) => (property.Type, symbol.Type),
            _ => (null, null),
        };

        return syntax is null ? place.Locations[0] : (Find(syntax, declared!, part) ?? syntax).GetLocation();
    }

    private static TypeSyntax? Find(TypeSyntax syntax, ITypeSymbol type, ITypeSymbol part) =>
        FindInside(syntax, type, part) ?? (SymbolEqualityComparer.Default.Equals(type, part) ? syntax : null);

    private static TypeSyntax? FindInside(TypeSyntax syntax, ITypeSymbol type, ITypeSymbol part) => (syntax, type) switch
    {
        (NullableTypeSyntax nullable, _) => Find(nullable.ElementType, ResultParser.NotNull(type), part),
        (QualifiedNameSyntax qualified, _) => FindInside(qualified.Right, type, part),
        (AliasQualifiedNameSyntax qualified, _) => FindInside(qualified.Name, type, part),
        (ArrayTypeSyntax { RankSpecifiers.Count: 1 } syntaxOfArray, IArrayTypeSymbol array) => Find(syntaxOfArray.ElementType, array.ElementType, part),
        (GenericNameSyntax { TypeArgumentList.Arguments: var written }, INamedTypeSymbol { TypeArguments: var arguments }) when written.Count == arguments.Length =>
            written.Zip(arguments, (argument, symbol) => Find(argument, symbol, part)).FirstOrDefault(static found => found is not null),
        _ => null,
    };
}
