using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>How texts become the value of a type.</summary>
/// <param name="Shape">Whether the value is made of one text, or of as many as there are.</param>
/// <param name="ValueType">The type that one text becomes.</param>
/// <param name="Parser">The parser's type, fully qualified.</param>
internal sealed record TextParser(TextShape Shape, string ValueType, string Parser)
{
    private const string Namespace = "global::Upwire.CompilerServices.";

    /// <summary>Finds the parser of a parameter's type; null where a text says nothing about it.</summary>
    public static TextParser? Find(ITypeSymbol type, KnownSymbols known) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => OfElement(array.ElementType, known) is { } element
            ? new(TextShape.Array, TypeExpression.Of(array.ElementType), element)
            : null,
        _ when (ValueOfNullable(type) ?? type).Is(known.StringValues) => new(TextShape.StringValues, TypeExpression.NotNull(type), Namespace + "StringParser"),
        _ => OfValue(type, known) is { } value ? new(TextShape.Value, TypeExpression.NotNull(type), value) : null,
    };

    private static string? OfValue(ITypeSymbol type, KnownSymbols known)
    {
        if (ValueOfNullable(type) is { } value)
        {
            return OfValue(value, known) is { } inner ? $"{Namespace}NullableParser<{TypeExpression.Operand(value)}, {inner}>" : null;
        }

        return type.SpecialType == SpecialType.System_String ? Namespace + "StringParser"
            : type.TypeKind == TypeKind.Enum ? $"{Namespace}EnumParser<{TypeExpression.Operand(type)}>"
            : IsParsable(type, known) ? $"{Namespace}ParsableParser<{TypeExpression.NotNull(type)}>"
            : null;
    }

    private static string? OfElement(ITypeSymbol type, KnownSymbols known) =>
        OfValue(type, known) is { } parser && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? $"{Namespace}NullableReferenceParser<{TypeExpression.NotNull(type)}, {parser}>"
            : OfValue(type, known);

    private static ITypeSymbol? ValueOfNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private static bool IsParsable(ITypeSymbol type, KnownSymbols known) => type.AllInterfaces.Any(
        i => i.OriginalDefinition.Is(known.Parsable) && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type));
}
