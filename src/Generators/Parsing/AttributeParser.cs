using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>The attributes of a controller or a handler that are metadata of the endpoint, which generated code constructs anew.</summary>
internal static class AttributeParser
{
    /// <summary>The attributes of a class, those of its base classes before its own.</summary>
    public static IReadOnlyList<AttributeData> Parse(INamedTypeSymbol type, KnownSymbols known) => Parse(Declarations(type), known);

    /// <summary>The attributes of a method, those of the methods that it overrides before its own.</summary>
    public static IReadOnlyList<AttributeData> Parse(IMethodSymbol method, KnownSymbols known) => Parse(Declarations(method), known);

    /// <summary>Why generated code cannot have all attributes of a class, which must not be lost in silence; null where it can.</summary>
    public static string? WhyIncomplete(INamedTypeSymbol type, KnownSymbols known) => WhyIncomplete(Declarations(type), known);

    /// <summary>Why generated code cannot have all attributes of a method; null where it can.</summary>
    public static string? WhyIncomplete(IMethodSymbol method, KnownSymbols known) => WhyIncomplete(Declarations(method), known);

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

    private static List<AttributeData> Parse(IEnumerable<ISymbol> declarations, KnownSymbols known)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var all = new List<AttributeData>();
        bool isInherited = false;
        foreach (var declaration in declarations)
        {
            var attributes = declaration.GetAttributes()
                .Where(attribute => IsMetadata(attribute, known, isInherited) && (AllowsMultiple(attribute) || !seen.Contains(attribute.AttributeClass!)))
                .ToList();

            seen.UnionWith(attributes.Select(static attribute => attribute.AttributeClass!));
            all.InsertRange(0, attributes);
            isInherited = true;
        }

        return all;
    }

    // What another project does not let this one see was never meant for it.
    private static string? WhyIncomplete(IEnumerable<ISymbol> declarations, KnownSymbols known)
    {
        bool isInherited = false;
        foreach (var declaration in declarations)
        {
            if (known.IsInProject(declaration)
                && declaration.GetAttributes().FirstOrDefault(attribute => IsMeant(attribute, known, isInherited) && !IsNameable(attribute, known)) is { } unnameable)
            {
                string name = unnameable.AttributeClass!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).Replace("Attribute", "");
                return $"has the attribute [{name}], which generated code cannot repeat: it, or a type in its arguments, is private";
            }

            isInherited = true;
        }

        return null;
    }

    private static IEnumerable<ISymbol> Declarations(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static IEnumerable<ISymbol> Declarations(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }

    private static bool IsMetadata(AttributeData attribute, KnownSymbols known, bool isInherited) =>
        IsMeant(attribute, known, isInherited) && IsNameable(attribute, known);

    private static bool IsMeant(AttributeData attribute, KnownSymbols known, bool isInherited) =>
        attribute is { AttributeClass: { } type, AttributeConstructor: not null }
        && !type.Is(known.Route)
        && known.GetEndpointAttribute(type) is null
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
