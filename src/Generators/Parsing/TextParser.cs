using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>How texts become the value of a type.</summary>
/// <param name="Shape">Whether the value is made of one text, or of as many as there are.</param>
/// <param name="ValueType">The type that one text becomes.</param>
/// <param name="Parser">The parser's type.</param>
/// <param name="Generated">What of the parser has to be generated.</param>
internal sealed record TextParser(TextShape Shape, string ValueType, string Parser, ParserModel? Generated)
{
    private const string Namespace = "global::Upwire.CompilerServices.";

    /// <summary>Finds the parser of a parameter's type; null where a text says nothing about it.</summary>
    public static TextParser? Find(ITypeSymbol type, KnownSymbols known) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => FindOfElement(array.ElementType, known) is { } element ? element with { Shape = TextShape.Array } : null,
        _ when (ValueOfNullable(type) ?? type).Is(known.StringValues) => new(TextShape.StringValues, TypeExpression.NotNull(type), Namespace + "StringParser", null),
        _ => OfValue(type, known),
    };

    /// <summary>Finds the parser of one of several values, of which an empty text may be null.</summary>
    public static TextParser? FindOfElement(ITypeSymbol type, KnownSymbols known)
    {
        var element = OfValue(type, known);
        bool isNullableReference = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        return element is null ? null : element with
        {
            ValueType = TypeExpression.Of(type),
            Parser = isNullableReference ? $"{Namespace}NullableReferenceParser<{TypeExpression.NotNull(type)}, {element.Parser}>" : element.Parser,
        };
    }

    private static TextParser? OfValue(ITypeSymbol type, KnownSymbols known)
    {
        if (ValueOfNullable(type) is { } value)
        {
            return OfValue(value, known) is { } inner
                ? inner with { ValueType = TypeExpression.NotNull(type), Parser = $"{Namespace}NullableParser<{TypeExpression.NotNull(value)}, {inner.Parser}>" }
                : null;
        }

        // What the project says of a type stands above what the type says of itself.
        if (known.DeclaredParsers.Find(type) is { } declared)
        {
            return new(TextShape.Value, TypeExpression.NotNull(type), declared.Name, declared);
        }

        string? parser = type.SpecialType == SpecialType.System_String ? Namespace + "StringParser"
            : type.Is(known.Uri) ? Namespace + "UriValueParser"
            : type.TypeKind == TypeKind.Enum ? $"{Namespace}EnumParser<{TypeExpression.Operand(type)}>"
            : IsParsable(type, known) ? $"{Namespace}ParsableParser<{TypeExpression.NotNull(type)}>"
            : null;

        var generated = parser is null ? TryParseMethod.Find(type, known) : null;
        parser ??= generated?.Name;
        return parser is null ? null : new(TextShape.Value, TypeExpression.NotNull(type), parser, generated);
    }

    private static ITypeSymbol? ValueOfNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private static bool IsParsable(ITypeSymbol type, KnownSymbols known) => type.AllInterfaces.Any(
        i => i.OriginalDefinition.Is(known.Parsable) && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type));
}
