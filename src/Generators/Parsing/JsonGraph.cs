using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>
/// The types that one context has contracts of: those that it names and all that these are made of, as System.Text.Json's source
/// generator follows them.
/// </summary>
/// <param name="symbols">What decides.</param>
/// <param name="place">The context, or the assembly that it is in: what is not accessible there is left out.</param>
internal sealed class JsonGraph(JsonSymbols symbols, ISymbol place)
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Queue<(ITypeSymbol Type, string? Name)> _waiting = new();

    /// <summary>The types, each as it is at run time.</summary>
    public HashSet<ITypeSymbol> Types { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Adds types that the context names, each with the name that it gives it, if any.</summary>
    public void Add(IEnumerable<(ITypeSymbol Type, string? Name)> roots)
    {
        foreach (var (type, name) in roots)
        {
            Enqueue(type, name);
        }

        while (_waiting.Count > 0)
        {
            var (type, name) = _waiting.Dequeue();
            Follow(type);

            // Of two types with one name, a context has the first.
            if (type is not (IErrorTypeSymbol or INamedTypeSymbol { IsUnboundGenericType: true } or { IsRefLikeType: true }) && _names.Add(name ?? NameOf(type)))
            {
                Types.Add(type);
            }
        }
    }

    /// <summary>What a context calls the contract of a type, unless it is told a name.</summary>
    public static string NameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => NameOf(array.ElementType) + "Array",
        IArrayTypeSymbol array => $"{NameOf(array.ElementType)}Array{array.Rank}D",
        INamedTypeSymbol { ContainingType: { IsGenericType: true } outer } named => named.Name + ArgumentsOf(outer) + string.Concat(named.TypeArguments.Select(NameOf)),
        INamedTypeSymbol named => named.Name + string.Concat(named.TypeArguments.Select(NameOf)),
        _ => type.Name,
    };

    private static string ArgumentsOf(INamedTypeSymbol type) =>
        (type.ContainingType is { } outer ? ArgumentsOf(outer) : "") + string.Concat(type.TypeArguments.Select(NameOf));

    private bool IsAccessible(ITypeSymbol type) => place is INamedTypeSymbol context
        ? symbols.Compilation.IsSymbolAccessibleWithin(type, context)
        : symbols.Compilation.IsSymbolAccessibleWithin(type, (IAssemblySymbol)place);

    private void Enqueue(ITypeSymbol type, string? name = null)
    {
        var plain = symbols.AtRunTime(type);
        if (_seen.Add(plain) && IsAccessible(plain))
        {
            _waiting.Enqueue((plain, name));
        }
    }

    private void Follow(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes().Where(attribute => attribute.AttributeClass.Is(symbols.DerivedType)))
        {
            if (attribute.ConstructorArguments is [{ Value: ITypeSymbol derived }, ..])
            {
                Enqueue(derived);
            }
        }

        if (type.IsRefLikeType || symbols.HasConverter(type) || symbols.IsScalar(type) || symbols.IsUnsupported(type))
        {
            return;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] })
        {
            Enqueue(value);
        }
        else if (JsonItems.Find(type, symbols) is { } items)
        {
            FollowItems(items);
        }
        else if (type is INamedTypeSymbol { IsUnboundGenericType: false } named)
        {
            FollowMembers(named);
        }
    }

    private void FollowItems(JsonItems items)
    {
        if (IsAccessible(items.Value) && (items.Key is null || IsAccessible(items.Key)))
        {
            Enqueue(items.Value);
            if (items.Key is { } key)
            {
                Enqueue(key);
            }
        }
    }

    private void FollowMembers(INamedTypeSymbol type)
    {
        if (!type.IsAbstract && JsonMembers.FindConstructor(type, symbols) is { } constructor)
        {
            foreach (var parameter in constructor.Parameters)
            {
                Enqueue(parameter.Type);
            }
        }

        var ignored = new HashSet<string>();
        foreach (var member in type.GetHierarchy().Reverse().SelectMany(static declaring => declaring.GetMembers()))
        {
            if (JsonMembers.FindType(member, symbols) is not { } memberType || ignored.Contains(member.Name))
            {
                continue;
            }

            if (!symbols.IsIgnored(member))
            {
                Enqueue(memberType);
            }
            else if (member.IsVirtual || member.IsOverride || member.IsAbstract)
            {
                ignored.Add(member.Name);
            }
        }
    }
}
