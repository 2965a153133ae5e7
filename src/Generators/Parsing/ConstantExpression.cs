using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators.Parsing;

/// <summary>Compile-time constants as expressions that mean the same in any context.</summary>
internal static class ConstantExpression
{
    public static string Of(TypedConstant constant) => constant.Kind switch
    {
        // Typed, for a constructor of an attribute may have overloads.
        _ when constant.IsNull => $"({TypeExpression.Operand(constant.Type!)})null!",
        TypedConstantKind.Array when constant.Values.IsEmpty => $"new {TypeExpression.Operand(constant.Type!)} {{ }}",
        TypedConstantKind.Array => $"new {TypeExpression.Operand(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Of))} }}",
        TypedConstantKind.Type => $"typeof({TypeOperand((ITypeSymbol)constant.Value!)})",
        _ => Of(constant.Type!, constant.Value),
    };

    public static string Of(ITypeSymbol type, object? value)
    {
        if (value is null)
        {
            return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : $"default({TypeExpression.Operand(type)})";
        }

        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return underlying.TypeKind == TypeKind.Enum ? Member(underlying, value) : Literal(value);
    }

    // By its name, as a person would write it; a combination, and what may not be named without a warning, by its number.
    private static string Member(ITypeSymbol type, object value)
    {
        string name = TypeExpression.Operand(type);
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value) && field.GetAttributes().IsEmpty);
        return member is null ? $"({name})({Literal(value)})" : $"{name}.{Identifier.Escape(member.Name)}";
    }

    private static string Literal(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool boolean => boolean ? "true" : "false",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        DateTime date => $"new global::System.DateTime({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        sbyte number => $"(sbyte)({number.ToString(CultureInfo.InvariantCulture)})",
        byte number => $"(byte){number.ToString(CultureInfo.InvariantCulture)}",
        short number => $"(short)({number.ToString(CultureInfo.InvariantCulture)})",
        ushort number => $"(ushort){number.ToString(CultureInfo.InvariantCulture)}",
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };

    private static string TypeOperand(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsUnboundGenericType: true } unbound ? unbound.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : TypeExpression.Operand(type);
}
