using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Upwire.Generators.Analyzers;

/// <summary>
/// A call of a socket that was accepted with <c>HttpContext.WebSockets</c> in the same member. One that is a parameter may be Upwire's own, which takes
/// what .NET's does not.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="Accept">The call that accepted the socket: that of the same socket, and of no other.</param>
internal sealed record RawSocketCall(IInvocationOperation Call, IInvocationOperation Accept)
{
    public bool IsSend => Call.TargetMethod.Name == "SendAsync";

    public IOperation? Token => Call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "cancellationToken")?.Value;

    /// <summary>Reads an operation; null where it is anything else.</summary>
    public static RawSocketCall? Read(IOperation operation, LocalDefinitions locals) =>
        IsCall(operation)
        && operation is IInvocationOperation { Instance: { } socket } call
        && locals.Resolve(socket) is IAwaitOperation { Operation: var awaited }
        && FindAccept(awaited) is { } accept
            ? new(call, accept)
            : null;

    /// <summary>Whether an operation sends or receives by a WebSocket of .NET, whichever it is.</summary>
    public static bool IsCall(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "SendAsync" or "ReceiveAsync", ContainingType: { Name: "WebSocket" } type } }
        && type.ContainingNamespace.ToDisplayString() == "System.Net.WebSockets";

    private static IInvocationOperation? FindAccept(IOperation awaited) => awaited switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => FindAccept(task),
        IInvocationOperation { TargetMethod: { Name: "AcceptWebSocketAsync", ContainingType.Name: "WebSocketManager" } method } accept
            when method.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Http" => accept,
        _ => null,
    };
}
