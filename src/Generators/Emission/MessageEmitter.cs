using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes what is between the messages of a connection and a handler that does not receive, or send, for itself.</summary>
internal sealed class MessageEmitter(SourceWriter writer, EndpointModel endpoint, EndpointArguments arguments, bool hasLifetime)
{
    private const string Namespace = "global::Upwire.CompilerServices.";
    private const string Loop = Namespace + "MessageLoop";

    private readonly string _run =
        (endpoint.HandshakeMethods.Count == 0 ? "return" : "await") + (endpoint.SelectsSubProtocol ? " webSocket.RunSelectedAsync(" : " webSocket.RunAsync(");

    private readonly string _context = endpoint.SelectsSubProtocol ? "context, subProtocol," : "context,";
    private readonly string _end = hasLifetime ? ", controller);" : ");";
    private readonly Argument? _messages = arguments.Handler.FirstOrDefault(static argument => argument.Binding is ParameterBinding.Messages);

    /// <summary>Makes, once for the endpoint, what reads and writes messages.</summary>
    public void EmitPreparation()
    {
        if (_messages is { Binding: ParameterBinding.Messages messages })
        {
            string reader = messages.Kind == MessageKind.Json
                ? $"endpoint.GetJsonMessages<{messages.Type}>(isRequired: {Literal.Of(messages.IsRequired)})"
                : $"{Namespace}MessageReader.{messages.Kind}";

            writer.Line(_messages.Parameter.Validation is null
                ? $"var messages = {reader};"
                : $"var messages = endpoint.ValidateMessages({reader}, {_messages.ValidatorLocal});");
        }

        if (endpoint.Reply is { } reply)
        {
            string one = reply.Kind == MessageKind.Json ? $"endpoint.GetJsonReplies<{reply.ContractType}>()" : $"{Namespace}MessageWriter.{reply.Kind}";
            one = reply.IsNullableValue ? $"{Namespace}MessageWriter.OfNullable({one})" : one;
            writer.Line($"var replies = {(reply.IsSequence && IsCalledForMessages ? $"{Namespace}MessageWriter.OfSequence({one})" : one)};");
        }
    }

    private bool IsCalledForMessages => _messages is { Binding: ParameterBinding.Messages { IsSequence: false } };

    /// <summary>Writes the statement that runs the connection.</summary>
    /// <param name="call">The call of the user's method.</param>
    public void EmitRun(string call)
    {
        if (IsCalledForMessages)
        {
            EmitLoop((ParameterBinding.Messages)_messages!.Binding, call);
        }
        else if (endpoint.Reply is { } reply)
        {
            // What nobody else could receive is dropped.
            bool isAlone = endpoint.Parameters.All(static parameter => !parameter.Binding.TakesMessages && parameter.Binding is not ParameterBinding.Connection { Expression: "connection" });
            string send = $"{Loop}.{(isAlone ? "SendAsync" : "ConverseAsync")}<{reply.ReplyType}>(connection, replies, ";
            writer.Line(endpoint.Result.Await == AwaitKind.None
                ? $"{_run}{_context} connection => {send}{call}){_end}"
                : $"{_run}{_context} async connection => await {send}await {call}){_end}");
        }
        else
        {
            EmitHandler($"{_run}{_context} connection => ", _end, call, endpoint.Result.Await switch
            {
                AwaitKind.Task => call,
                AwaitKind.ValueTask => $"{call}.AsTask()",
                _ => null,
            }, $"return {Names.Task}.CompletedTask;");
        }
    }

    private void EmitLoop(ParameterBinding.Messages messages, string call)
    {
        string message = _messages!.Local;
        if (endpoint.Reply is not { } reply)
        {
            EmitHandler($"{_run}{_context} connection => {Loop}.RunAsync<{messages.Type}>(connection, messages, {message} => ", $"){_end}", call, endpoint.Result.Await switch
            {
                AwaitKind.Task => $"new {Names.ValueTask}({call})",
                AwaitKind.ValueTask => call,
                _ => null,
            }, "return default;");
            return;
        }

        string type = reply.IsSequence ? $"global::System.Collections.Generic.IAsyncEnumerable<{reply.ReplyType}>?" : reply.ReplyType;
        string handler = endpoint.Result.Await switch
        {
            // A task of another sequence is no task of this one.
            AwaitKind.Task or AwaitKind.ValueTask when reply.IsSequence => $"async {message} => await {call}",
            AwaitKind.ValueTask => $"{message} => {call}",
            _ => $"{message} => new {Names.ValueTask}<{type}>({call})",
        };

        writer.Line(_run);
        using (writer.Indented())
        {
            writer.Line(_context);
            writer.Line($"connection => {Loop}.ReplyAsync<{messages.Type}, {type}>(connection, messages, replies, {handler}){_end}");
        }
    }

    // An expression, where there is one to return, else a block.
    private void EmitHandler(string head, string end, string call, string? expression, string outcome)
    {
        if (expression is not null)
        {
            writer.Line($"{head}{expression}{end}");
            return;
        }

        using (writer.Braces(head.TrimEnd(), "}" + end))
        {
            writer.Line($"{call};");
            writer.Line(outcome);
        }
    }
}
