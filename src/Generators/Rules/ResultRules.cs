using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0031: whether what a handler returns can be written.</summary>
internal static class ResultRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        if (WhyNotWritable(endpoint) is { } reason)
        {
            yield return new(HandlerDescriptors.ResultNotWritable, endpoint.Method, endpoint.Method.Name, reason);
        }
    }

    private static string? WhyNotWritable(EndpointDeclaration endpoint)
    {
        var (value, _) = ResultParser.Unwrap(endpoint);
        var method = endpoint.Method;
        return WhyNotAwaitable(method.ReturnType, value, endpoint.Known) is { } reason ? reason
            : value is null ? method.RefKind == RefKind.None ? null : "a reference"
            : method.ReturnsByRef || method.ReturnsByRefReadonly ? "a reference"
            : WhyNoValue(value, endpoint.Known)
                ?? WhyNoSequence(ResultParser.NotNull(value), endpoint.Known)
                ?? (endpoint.IsWebSocket ? WhyNoReply(ResultParser.NotNull(value), endpoint) : null);
    }

    private static string? WhyNotAwaitable(ITypeSymbol type, ITypeSymbol? value, KnownSymbols known) =>
        type.NullableAnnotation == NullableAnnotation.Annotated && IsTask(ResultParser.NotNull(type), known) ? $"'{type.Display()}', and null cannot be awaited"
        : value is not null && IsTask(value, known) ? $"'{type.Display()}', of which the task inside would not be awaited"
        : null;

    private static string? WhyNoValue(ITypeSymbol value, KnownSymbols known) =>
        value.ContainsPointer() ? $"the pointer '{value.Display()}'"
        : value.TypeKind == TypeKind.Dynamic ? "'dynamic', which says nothing at compile time; name a type, or return object"
        : value.HasStaticAbstractMembers() ? $"'{value.Display()}', whose static members have no implementation"
        : value.TypeKind == TypeKind.Delegate ? $"the delegate '{value.Display()}', which JSON cannot hold"
        : value.IsRefLikeType ? $"the ref struct '{value.Display()}'"
        : value.TypeKind == TypeKind.TypeParameter ? $"the type parameter '{value.Display()}'"
        : value.IsAnonymousType ? "an anonymous type"
        : value.IsOrImplements(known.ActionResult) && !value.IsOrImplements(known.Result) ? $"MVC's '{value.Display()}'; return an IResult or the value itself"
        : null;

    private static string? WhyNoSequence(ITypeSymbol value, KnownSymbols known)
    {
        var kind = ResultParser.KindOf(value, known);
        if (kind is not (ResultKind.Array or ResultKind.Events))
        {
            return null;
        }

        var items = ResultParser.ItemsOf(value, known).ToArray();
        if (items.Length > 1)
        {
            return $"'{value.Display()}', which is several sequences at once; return the IAsyncEnumerable<T> that is meant";
        }

        var item = kind == ResultKind.Events ? ((INamedTypeSymbol)items[0]).TypeArguments[0] : items[0];
        return WhyNoItem(item, known) is { } reason ? $"a sequence of {reason}" : null;
    }

    private static string? WhyNoReply(ITypeSymbol value, EndpointDeclaration endpoint) =>
        ResultParser.ItemsOf(value, endpoint.Known).FirstOrDefault() is { } item
            ? ResultParser.ItemsOf(ResultParser.NotNull(item), endpoint.Known).Any() ? $"a sequence of '{item.Display()}', which is no message"
            : MessageParser.WhyNotSent(item, endpoint.Known) is { } whyNoItem ? $"a sequence of {whyNoItem}"
            : null
        : endpoint.IsCalledForMessages ? MessageParser.WhyNotSent(value, endpoint.Known)
        : $"'{value.Display()}', which nothing asks for: the handler of a connection returns void, Task, ValueTask or the IAsyncEnumerable<T> that it sends, and a value is the reply to a [FromMessage]";

    private static string? WhyNoItem(ITypeSymbol item, KnownSymbols known) =>
        WhyNoValue(item, known) is { } reason ? reason
        : IsTask(item, known) ? $"'{item.Display()}', which nobody would await"
        : item.IsOrDerivesFrom(known.Stream) || item.IsOrDerivesFrom(known.PipeReader) ? $"'{item.Display()}', which JSON cannot hold"
        : item.IsOrImplements(known.Result) ? $"'{item.Display()}', each a whole answer"
        : ResultParser.NotNull(item).OriginalDefinition.Is(known.ServerSentEvent) ? $"'{item.Display()}', which is an event only as an item itself, and not where it may be null"
        : null;

    private static bool IsTask(ITypeSymbol type, KnownSymbols known) =>
        type.IsOrDerivesFrom(known.Task) || type.Is(known.ValueTask) || type.OriginalDefinition.Is(known.ValueTaskOfT);
}
