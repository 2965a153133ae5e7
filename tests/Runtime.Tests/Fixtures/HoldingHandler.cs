using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>A handler that awaits something else with each message in its hands, while reading goes on without it.</summary>
internal sealed class HoldingHandler
{
    private TaskCompletionSource? _holding;

    /// <summary>What it received, each copied when it was let go of: until then the memory must hold.</summary>
    public List<(WebSocketMessageType Type, byte[] Data)> Messages { get; } = [];

    public async Task RunAsync(WebSocketChannel channel)
    {
        while (await channel.ReceiveAsync(only: null, default) is { } message)
        {
            _holding = new();
            await _holding.Task;
            Messages.Add((message.Type, message.Data.ToArray()));
        }
    }

    /// <summary>Lets go of the message, and goes on to the next inline. Returns whether there was one.</summary>
    public bool LetGo()
    {
        var holding = _holding;
        _holding = null;
        holding?.SetResult();
        return holding is not null;
    }

    public void LetGoOfAll()
    {
        while (LetGo())
        {
        }
    }
}
