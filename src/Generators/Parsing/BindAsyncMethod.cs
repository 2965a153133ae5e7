using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Finds the <c>BindAsync</c> by which a type binds itself, by ASP.NET Core's rules.</summary>
internal static class BindAsyncMethod
{
    public const string Name = "BindAsync";

    /// <summary>The binding of a target of the type; null where the type has no such method.</summary>
    public static ParameterBinding.Custom? Find(BindingTarget target, KnownSymbols known)
    {
        var type = target.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : target.Type;
        string name = TypeExpression.NotNull(type);
        if (type.AllInterfaces.Any(i => i.OriginalDefinition.Is(known.Bindable) && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type)))
        {
            return Custom(target, $"global::Upwire.CompilerServices.CustomBinding.BindAsync<{name}>", takesParameter: true, mayBeNull: true);
        }

        return FindMethod(type, takesParameter: true, known) is { } full ? Custom(target, $"{name}.{Name}", takesParameter: true, MayBeNull(full))
            : FindMethod(type, takesParameter: false, known) is { } brief ? Custom(target, $"{name}.{Name}", takesParameter: false, MayBeNull(brief))
            : null;
    }

    private static ParameterBinding.Custom Custom(BindingTarget target, string method, bool takesParameter, bool mayBeNull)
    {
        string? fallback = target.FindFallback();
        return new(method, takesParameter, IsRequired: mayBeNull && fallback is null, mayBeNull && fallback is not "null" ? fallback : null);
    }

    private static IMethodSymbol? FindMethod(ITypeSymbol type, bool takesParameter, KnownSymbols known)
    {
        for (ITypeSymbol? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(Name).OfType<IMethodSymbol>().FirstOrDefault(method => Fits(method, type, takesParameter, known)) is { } method)
            {
                return method;
            }
        }

        return null;
    }

    private static bool Fits(IMethodSymbol method, ITypeSymbol type, bool takesParameter, KnownSymbols known) =>
        method is { IsStatic: true, IsAbstract: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
        && method.Parameters.Length == (takesParameter ? 2 : 1)
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
        && method.Parameters[0].Type.Is(known.HttpContext)
        && (!takesParameter || method.Parameters[1].Type.Is(known.ParameterInfo))
        && method.ReturnType.OriginalDefinition.Is(known.ValueTaskOfT)
        && SymbolEqualityComparer.Default.Equals(ResultParser.NotNull(Bound(method)), type);

    private static bool MayBeNull(IMethodSymbol method) => !Bound(method).IsValueType || !SymbolEqualityComparer.Default.Equals(ResultParser.NotNull(Bound(method)), Bound(method));

    private static ITypeSymbol Bound(IMethodSymbol method) => ((INamedTypeSymbol)method.ReturnType).TypeArguments[0];
}
