using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>Types as generated code writes them: fully qualified, keywords escaped.</summary>
internal static class TypeExpression
{
    private static readonly SymbolDisplayFormat WithNullability = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>With the nullability of references, for declarations.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(WithNullability);

    /// <summary>For the local of a parameter. Where nothing says whether null is welcome, it is.</summary>
    public static string OfLocal(ITypeSymbol type) => Of(IsOblivious(type) ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type);

    /// <summary>Whether a reference type was written without nullable annotations.</summary>
    public static bool IsOblivious(ITypeSymbol type) => type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.None;

    /// <summary>Without the nullability of the reference itself, for type arguments and construction.</summary>
    public static string NotNull(ITypeSymbol type) => type.IsReferenceType
        ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(WithNullability)
        : Of(type);

    /// <summary>As an operand of <c>typeof</c>, which knows no nullable references and no <c>dynamic</c>.</summary>
    public static string Operand(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Dynamic ? "object" : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
