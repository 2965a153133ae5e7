using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Finds the <c>TryParse</c> that makes a type one that a text can be parsed to without <c>IParsable</c>, by ASP.NET Core's rules.</summary>
internal static class TryParseMethod
{
    public const string Name = "TryParse";

    /// <summary>The parser around a type's own or inherited method; null where there is none.</summary>
    public static ParserModel? Find(ITypeSymbol type, KnownSymbols known)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface })
        {
            return null;
        }

        bool? takesFormat = Exists(type, takesFormat: true, known) ? true : Exists(type, takesFormat: false, known) ? false : null;
        return takesFormat is { } format
            ? new(GeneratedName.Of("Parser", type), TypeExpression.NotNull(type), TypeExpression.NotNull(type), type.IsReferenceType, "a value of the type " + type.Name, format)
            : null;
    }

    /// <summary>The parser around the method of a class that the project declares as a parser; null where it has no such method.</summary>
    public static (ITypeSymbol Type, ParserModel Model)? FindDeclared(INamedTypeSymbol parser, KnownSymbols known)
    {
        var method = parser.GetMembers(Name).OfType<IMethodSymbol>()
            .Where(method => method.Parameters.Length is 2 or 3 && Fits(method, method.Parameters[method.Parameters.Length - 1].Type, method.Parameters.Length == 3, known))
            .OrderByDescending(static method => method.Parameters.Length)
            .FirstOrDefault();

        if (method is null)
        {
            return null;
        }

        // A method may say by annotations or by an attribute that a failure leaves null: the type is the same.
        var type = method.Parameters[method.Parameters.Length - 1].Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var model = new ParserModel(
            GeneratedName.Of("DeclaredParser", type),
            TypeExpression.NotNull(type),
            TypeExpression.Operand(parser),
            type.IsReferenceType,
            "a value of the type " + type.Name,
            TakesFormat: method.Parameters.Length == 3);

        return (type, model);
    }

    private static bool Exists(ITypeSymbol type, bool takesFormat, KnownSymbols known)
    {
        for (ITypeSymbol? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(Name).OfType<IMethodSymbol>().Any(method => Fits(method, type, takesFormat, known)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(IMethodSymbol method, ITypeSymbol type, bool takesFormat, KnownSymbols known) =>
        method is { IsStatic: true, IsAbstract: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, ReturnType.SpecialType: SpecialType.System_Boolean }
        && method.Parameters.Length == (takesFormat ? 3 : 2)
        && method.Parameters[0].RefKind == RefKind.None
        && (method.Parameters[0].Type.SpecialType == SpecialType.System_String || IsSpanOfChar(method.Parameters[0].Type, known))
        && (!takesFormat || method.Parameters[1] is { RefKind: RefKind.None } format && format.Type.Is(known.FormatProvider))
        && method.Parameters[method.Parameters.Length - 1] is { RefKind: RefKind.Out } value
        && SymbolEqualityComparer.Default.Equals(value.Type, type);

    private static bool IsSpanOfChar(ITypeSymbol type, KnownSymbols known) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char }] } && type.OriginalDefinition.Is(known.ReadOnlySpan);
}
