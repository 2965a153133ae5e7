using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>What the messages of a connection are to its handler: those that it takes, and those that it returns.</summary>
internal static class MessageParser
{
    /// <summary>The source of a parameter that one message comes to, or all of them.</summary>
    /// <param name="target">The parameter.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="item">The type of the items, where the parameter is all of them.</param>
    public static ParsedParameter Parse(BindingTarget target, EndpointDeclaration endpoint, ITypeSymbol? item = null)
    {
        var known = endpoint.Known;
        var type = item ?? target.Type;
        if (!endpoint.IsWebSocket)
        {
            return new Violation(BindingDescriptors.MessagesNotTaken, target.Symbol, target.Name, "an HTTP request has none; use [WebSocket], or [FromBody] for the body of the request");
        }

        if (WhyNotRead(type, known) is { } reason)
        {
            return new Violation(BindingDescriptors.Unbindable, target.Symbol, target.Name, $"a message cannot be {reason}");
        }

        if (target.HasDefault)
        {
            return new Violation(BindingDescriptors.Unbindable, target.Symbol, target.Name, "there is always a message; a default would never be used");
        }

        bool isRequired = type.NullableAnnotation != NullableAnnotation.Annotated && !TypeExpression.IsOblivious(type);
        return new ParameterBinding.Messages(KindOf(type, known), TypeExpression.NotNull(type), isRequired, IsSequence: item is not null);
    }

    /// <summary>What is sent of what a handler returns; null where that is nothing.</summary>
    public static ReplyModel? ParseReply(EndpointDeclaration endpoint)
    {
        var known = endpoint.Known;
        if (!endpoint.IsWebSocket || ResultParser.Unwrap(endpoint).Value is not { } value)
        {
            return null;
        }

        bool isSequence = ResultParser.KindOf(ResultParser.NotNull(value), known) == ResultKind.Array;
        var type = isSequence ? ResultParser.ItemsOf(ResultParser.NotNull(value), known).First() : value;
        var notNull = ResultParser.NotNull(type);
        return new(
            KindOf(notNull, known),
            TypeExpression.NotNull(notNull),
            TypeExpression.Of(type),
            !SymbolEqualityComparer.Default.Equals(notNull, type),
            isSequence);
    }

    /// <summary>Why a value cannot be sent as a message, after "returns"; null where it can.</summary>
    public static string? WhyNotSent(ITypeSymbol value, KnownSymbols known) =>
        value.SpecialType == SpecialType.System_Object ? "'object', which does not say what kind of message to send; name the type"
        : value.IsOrImplements(known.Result) ? $"'{value.Display()}', which answers an HTTP request; a message is a string, bytes, or a value for JSON"
        : value.IsOrDerivesFrom(known.Stream) || value.IsOrDerivesFrom(known.PipeReader) ? $"'{value.Display()}', which has no end that a message could have"
        : ResultParser.NotNull(value).OriginalDefinition.Is(known.ServerSentEvent) ? $"'{value.Display()}', an event of HTTP; return its data"
        : null;

    /// <summary>What a message is that a value is read from, or sent as.</summary>
    public static MessageKind KindOf(ITypeSymbol type, KnownSymbols known) =>
        type.SpecialType == SpecialType.System_String ? MessageKind.Text
        : type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } ? MessageKind.Bytes
        : type.Is(known.WebSocketMessage) ? MessageKind.Any
        : type is not INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } ? MessageKind.Json
        : type.OriginalDefinition.Is(known.ReadOnlyMemory) ? MessageKind.Memory
        : type.OriginalDefinition.Is(known.Memory) ? MessageKind.WritableMemory
        : MessageKind.Json;

    private static string? WhyNotRead(ITypeSymbol type, KnownSymbols known) =>
        type.Is(known.WebSocketConnection) || type.Is(known.WebSocket) || type.IsOrDerivesFrom(known.Stream) || type.IsOrDerivesFrom(known.PipeReader)
            ? $"'{type.Display()}', which is the connection; take that without [FromMessage]"
        : ResultParser.ItemsOf(type, known).Any() ? $"'{type.Display()}', which is many; take the sequence without [FromMessage]"
        : type.TypeKind == TypeKind.Delegate ? $"the delegate '{type.Display()}'"
        : type.OriginalDefinition.Is(known.Memory) ? $"'{type.Display()}', for the memory is only lent; take ReadOnlyMemory<byte>"
        : type.IsOrDerivesFrom(known.Task) ? $"'{type.Display()}'"
        : null;
}
