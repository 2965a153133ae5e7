using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>What a collection is to JSON: an array of values, or an object of keys and values.</summary>
internal sealed record JsonItems(ITypeSymbol Value, ITypeSymbol? Key = null)
{
    /// <summary>Finds the items of a type; null where it is no collection.</summary>
    public static JsonItems? Find(ITypeSymbol type, JsonSymbols symbols)
    {
        var compilation = symbols.Compilation;
        return Construction(type, symbols.AsyncEnumerable) is { TypeArguments: [var item] } ? new(item)
            : symbols.IsMemory(type) ? new(((INamedTypeSymbol)type).TypeArguments[0])
            : !type.IsOrImplements(symbols.Enumerable) ? null
            : type is IArrayTypeSymbol array ? new(array.ElementType)
            : (Construction(type, symbols.DictionaryOfT) ?? Construction(type, symbols.ReadOnlyDictionaryOfT)) is { TypeArguments: [var key, var value] } ? new(value, key)
            : Construction(type, symbols.EnumerableOfT) is { TypeArguments: [var element] } ? new(element)
            : type.IsOrImplements(symbols.Dictionary) ? new(compilation.ObjectType, compilation.GetSpecialType(SpecialType.System_String))
            : new(compilation.ObjectType);
    }

    private static INamedTypeSymbol? Construction(ITypeSymbol type, INamedTypeSymbol? definition) =>
        type is INamedTypeSymbol named && named.OriginalDefinition.Is(definition) ? named : type.AllInterfaces.FirstOrDefault(i => i.OriginalDefinition.Is(definition));
}
