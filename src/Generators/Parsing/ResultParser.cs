using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>What becomes of a handler's return value.</summary>
internal static class ResultParser
{
    public static ResultModel Parse(EndpointDeclaration endpoint)
    {
        var (value, awaits) = Unwrap(endpoint);
        string declared = TypeExpression.Of(endpoint.Method.ReturnType);
        if (value is null)
        {
            return new(ResultKind.Empty, declared, "void", awaits, IsNullable: false, DescribesItself: false);
        }

        var kind =
            value.SpecialType == SpecialType.System_String ? ResultKind.Text
            : value.IsOrImplements(endpoint.Known.Result) ? ResultKind.Result
            : ResultKind.Json;

        bool isNullable = value.NullableAnnotation == NullableAnnotation.Annotated;
        var notNull = value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : value;
        return new(kind, declared, TypeExpression.NotNull(notNull), awaits, isNullable, value.IsOrImplements(endpoint.Known.EndpointMetadataProvider));
    }

    /// <summary>Why a return value cannot be written; null where it can.</summary>
    public static string? WhyNotWritable(EndpointDeclaration endpoint)
    {
        var (value, _) = Unwrap(endpoint);
        string name = value?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "";
        return WhyNotAwaitable(endpoint.Method.ReturnType, value, endpoint.Known) is { } reason ? reason
            : value is null ? endpoint.Method.RefKind == RefKind.None ? null : "a reference"
            : endpoint.IsWebSocket ? $"'{name}': the handler of a connection returns void, Task or ValueTask"
            : endpoint.Method.ReturnsByRef || endpoint.Method.ReturnsByRefReadonly ? "a reference"
            : value.ContainsPointer() ? $"the pointer '{name}'"
            : value.TypeKind == TypeKind.Dynamic ? "'dynamic', which says nothing at compile time; name a type, or return object"
            : value.HasStaticAbstractMembers() ? $"'{name}', whose static members have no implementation"
            : value.TypeKind == TypeKind.Delegate ? $"the delegate '{name}', which JSON cannot hold"
            : value.IsRefLikeType ? $"the ref struct '{name}'"
            : value.TypeKind == TypeKind.TypeParameter ? $"the type parameter '{name}'"
            : value.IsAnonymousType ? "an anonymous type"
            : value.IsOrImplements(endpoint.Known.ActionResult) && !value.IsOrImplements(endpoint.Known.Result) ? $"MVC's '{name}'; return an IResult or the value itself"
            : IsNotSupportedYet(value, endpoint.Known) ? $"'{name}', which is not supported yet"
            : null;
    }

    private static string? WhyNotAwaitable(ITypeSymbol type, ITypeSymbol? value, KnownSymbols known)
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var task = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return type.NullableAnnotation == NullableAnnotation.Annotated && IsTask(task, known) ? $"'{name}', and null cannot be awaited"
            : value is not null && IsTask(value, known) ? $"'{name}', of which the task inside would not be awaited"
            : null;
    }

    private static bool IsTask(ITypeSymbol type, KnownSymbols known) =>
        type.IsOrDerivesFrom(known.Task) || type.Is(known.ValueTask) || type.OriginalDefinition.Is(known.ValueTaskOfT);

    private static bool IsNotSupportedYet(ITypeSymbol value, KnownSymbols known) =>
        value.IsOrDerivesFrom(known.Stream)
        || value.IsOrDerivesFrom(known.PipeReader)
        || value is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || (value.OriginalDefinition.Is(known.ReadOnlyMemory) && ((INamedTypeSymbol)value).TypeArguments[0].SpecialType == SpecialType.System_Byte)
        || value.IsOrImplements(known.AsyncEnumerable);

    private static (ITypeSymbol? Value, AwaitKind Await) Unwrap(EndpointDeclaration endpoint)
    {
        var type = endpoint.Method.ReturnType;
        var known = endpoint.Known;
        return type.SpecialType == SpecialType.System_Void ? (null, AwaitKind.None)
            : type.Is(known.Task) ? (null, AwaitKind.Task)
            : type.Is(known.ValueTask) ? (null, AwaitKind.ValueTask)
            : type.OriginalDefinition.Is(known.TaskOfT) ? (((INamedTypeSymbol)type).TypeArguments[0], AwaitKind.Task)
            : type.OriginalDefinition.Is(known.ValueTaskOfT) ? (((INamedTypeSymbol)type).TypeArguments[0], AwaitKind.ValueTask)
            : (type, AwaitKind.None);
    }
}
