using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>What becomes of a handler's return value.</summary>
internal static class ResultParser
{
    public static ResultModel Parse(EndpointDeclaration endpoint)
    {
        var (value, awaits) = Unwrap(endpoint);
        var known = endpoint.Known;
        string declared = TypeExpression.Of(endpoint.Method.ReturnType);
        if (value is null)
        {
            return new(ResultKind.Empty, declared, "void", awaits, IsNullable: false, MetadataProvider: null);
        }

        bool isNullable = value.NullableAnnotation == NullableAnnotation.Annotated;
        var notNull = NotNull(value);
        var kind = KindOf(notNull, known);
        string type = kind switch
        {
            ResultKind.Array => TypeExpression.Of(ItemOf(notNull, known)!),
            ResultKind.Events => TypeExpression.Of(((INamedTypeSymbol)ItemOf(notNull, known)!).TypeArguments[0]),
            _ => TypeExpression.NotNull(notNull),
        };

        string? provider = notNull.IsOrImplements(known.MetadataProvider) ? TypeExpression.NotNull(notNull) : null;
        return new(kind, declared, type, awaits, isNullable, provider);
    }

    /// <summary>The value that a handler returns, out of its task; null where there is none.</summary>
    public static (ITypeSymbol? Value, AwaitKind Await) Unwrap(EndpointDeclaration endpoint) => Unwrap(endpoint.Method.ReturnType, endpoint.Known);

    /// <summary>The value of a return type, out of its task; null where there is none.</summary>
    public static (ITypeSymbol? Value, AwaitKind Await) Unwrap(ITypeSymbol type, KnownSymbols known) =>
        type.SpecialType == SpecialType.System_Void ? (null, AwaitKind.None)
        : type.Is(known.Task) ? (null, AwaitKind.Task)
        : type.Is(known.ValueTask) ? (null, AwaitKind.ValueTask)
        : type.OriginalDefinition.Is(known.TaskOfT) ? (((INamedTypeSymbol)type).TypeArguments[0], AwaitKind.Task)
        : type.OriginalDefinition.Is(known.ValueTaskOfT) ? (((INamedTypeSymbol)type).TypeArguments[0], AwaitKind.ValueTask)
        : (type, AwaitKind.None);

    /// <summary>How a value is written: the first that it is decides.</summary>
    public static ResultKind KindOf(ITypeSymbol value, KnownSymbols known) =>
        value.SpecialType == SpecialType.System_String ? ResultKind.Text
        : value.SpecialType == SpecialType.System_Object ? ResultKind.Object
        : value.IsOrImplements(known.Result) ? ResultKind.Result
        : IsBytes(value, known) ? ResultKind.Bytes
        : value.IsOrDerivesFrom(known.Stream) ? ResultKind.Stream
        : value.IsOrDerivesFrom(known.PipeReader) ? ResultKind.Pipe
        : ItemOf(value, known) is not { } item ? ResultKind.Json
        : item.OriginalDefinition.Is(known.ServerSentEvent) ? ResultKind.Events
        : ResultKind.Array;

    /// <summary>A type without <c>?</c>.</summary>
    public static ITypeSymbol NotNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The types of the items, if a type is one <c>IAsyncEnumerable</c> or several.</summary>
    public static IEnumerable<ITypeSymbol> ItemsOf(ITypeSymbol type, KnownSymbols known) =>
        (type is INamedTypeSymbol named && type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Insert(0, named) : type.AllInterfaces)
            .Where(i => i.OriginalDefinition.Is(known.AsyncEnumerable))
            .Select(static i => i.TypeArguments[0]);

    private static ITypeSymbol? ItemOf(ITypeSymbol type, KnownSymbols known) => ItemsOf(type, known).FirstOrDefault();

    private static bool IsBytes(ITypeSymbol value, KnownSymbols known) =>
        value is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte }
        || (value is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } memory
            && (memory.OriginalDefinition.Is(known.Memory) || memory.OriginalDefinition.Is(known.ReadOnlyMemory)));
}
