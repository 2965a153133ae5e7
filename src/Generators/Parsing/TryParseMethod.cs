using System.Text;
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
            ? new(NameOf(type), TypeExpression.NotNull(type), type.IsReferenceType, "a value of the type " + type.Name, format)
            : null;
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

    // Different types give different names. None is the name of a generated controller, which never begins with one '_' alone.
    private static string NameOf(ITypeSymbol type)
    {
        var name = new StringBuilder("_ParserOf_");
        foreach (char character in TypeExpression.NotNull(type).Replace("global::", ""))
        {
            _ = character switch
            {
                '.' => name.Append('_'),
                '_' => name.Append("__"),
                _ when char.IsLetterOrDigit(character) => name.Append(character),
                _ => name.Append("_0").Append((int)character).Append('_'),
            };
        }

        return name.ToString();
    }
}
