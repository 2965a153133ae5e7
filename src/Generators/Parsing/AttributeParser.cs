using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>The attributes of a controller, as expressions that construct them for the endpoint's metadata.</summary>
internal static class AttributeParser
{
    // ASP.NET Core adds the method's own attributes itself, after these, so that they win.
    public static IEnumerable<string> Parse(INamedTypeSymbol type, KnownSymbols known)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var expressions = new List<string>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            bool isBase = !current.Is(type);
            var attributes = current.GetAttributes()
                .Where(attribute => IsMetadata(attribute, known, isBase) && (AllowsMultiple(attribute) || !seen.Contains(attribute.AttributeClass!)))
                .ToList();

            seen.UnionWith(attributes.Select(static attribute => attribute.AttributeClass!));
            expressions.InsertRange(0, attributes.Select(Construct));
        }

        return expressions;
    }

    /// <summary>
    /// The filters of a method, those of a method that it overrides first. Reflection would find them too, but in a native
    /// binary not the constructors of the filters, which nothing else names.
    /// </summary>
    public static IEnumerable<string> ParseFilters(IMethodSymbol method, KnownSymbols known) =>
        FiltersOf(method, known).Select(Construct);

    /// <summary>A filter of a method that generated code cannot name.</summary>
    public static INamedTypeSymbol? FindUnnameableFilter(IMethodSymbol method, KnownSymbols known) =>
        FiltersOf(method, known).FirstOrDefault(filter => !IsNameable(filter, known))?.AttributeClass;

    /// <summary>An attribute of this project that would be metadata, but that generated code cannot name: it must not be lost in silence.</summary>
    public static INamedTypeSymbol? FindUnnameable(INamedTypeSymbol type, KnownSymbols known)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            bool isBase = !current.Is(type);
            if (known.IsInProject(current) && current.GetAttributes().FirstOrDefault(attribute => IsMeant(attribute, known, isBase) && !IsNameable(attribute, known)) is { } unnameable)
            {
                return unnameable.AttributeClass;
            }
        }

        return null;
    }

    /// <summary>Whether generated code can construct an attribute.</summary>
    public static bool IsNameable(AttributeData attribute, KnownSymbols known) =>
        known.IsAccessible(attribute.AttributeClass!)
        && known.IsAccessible(attribute.AttributeConstructor!)
        && attribute.ConstructorArguments.All(argument => IsNameable(argument, known))
        && attribute.NamedArguments.All(pair => IsNameable(pair.Value, known));

    /// <summary>The expression that constructs an attribute.</summary>
    public static string Construct(AttributeData attribute)
    {
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantExpression.Of));
        string named = string.Join(", ", attribute.NamedArguments.Select(static pair => $"{Identifier.Escape(pair.Key)} = {ConstantExpression.Of(pair.Value)}"));
        string expression = $"new {TypeExpression.Operand(attribute.AttributeClass!)}({arguments})";
        return named.Length == 0 ? expression : $"{expression} {{ {named} }}";
    }

    private static IEnumerable<AttributeData> FiltersOf(IMethodSymbol method, KnownSymbols known) =>
        (method.OverriddenMethod is { } overridden ? FiltersOf(overridden, known) : [])
        .Concat(method.GetAttributes().Where(attribute => attribute is { AttributeClass: { } type, AttributeConstructor: not null } && type.OriginalDefinition.Is(known.Filter)));

    private static bool IsMetadata(AttributeData attribute, KnownSymbols known, bool isInherited) =>
        IsMeant(attribute, known, isInherited) && IsNameable(attribute, known);

    private static bool IsMeant(AttributeData attribute, KnownSymbols known, bool isInherited) =>
        attribute is { AttributeClass: { } type, AttributeConstructor: not null }
        && !type.Is(known.Route)
        && !IsForTools(type)
        && (!isInherited || Usage(type, "Inherited", fallback: true));

    private static bool IsNameable(TypedConstant constant, KnownSymbols known) =>
        (constant.Type is null || known.IsAccessible(constant.Type))
        && (constant.Kind == TypedConstantKind.Array
            ? constant.IsNull || constant.Values.All(value => IsNameable(value, known))
            : constant.Value is not ITypeSymbol type || known.IsAccessible(type));

    // Notes to the compiler, the debugger and analyzers say nothing to a request.
    private static bool IsForTools(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "System.Runtime.CompilerServices" or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis" or "System.Reflection";

    private static bool AllowsMultiple(AttributeData attribute) => Usage(attribute.AttributeClass!, "AllowMultiple", fallback: false);

    private static bool Usage(INamedTypeSymbol type, string property, bool fallback)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.ToDisplayString() == "System.AttributeUsageAttribute") is { } usage)
            {
                return usage.FindNamedArgument(property)?.Value as bool? ?? fallback;
            }
        }

        return fallback;
    }
}
