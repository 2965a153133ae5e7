using System.Net.WebSockets;
using System.Threading.Channels;
using Upwire;

namespace Chat;

/// <summary>
/// One connection of a user in a room. Messages for it go into a queue of its own, so that
/// neither the sender nor the other members ever wait for this client's network.
/// </summary>
public sealed class ChatMember(string user, WebSocketConnection socket)
{
    // Beyond what waits in the connection itself.
    private const int MaxQueuedBytes = 1024 * 1024;

    private readonly Channel<byte[]> _queue = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private int _queuedBytes;

    public string User => user;

    /// <summary>Queues a message. False when the client is so slow that the queue is full.</summary>
    public bool Offer(byte[] message)
    {
        if (Interlocked.Add(ref _queuedBytes, message.Length) <= MaxQueuedBytes)
        {
            _queue.Writer.TryWrite(message);
            return true;
        }

        Interlocked.Add(ref _queuedBytes, -message.Length);
        return false;
    }

    /// <summary>Sends a message to this member only.</summary>
    public void Tell(ChatMessage message)
    {
        if (!Offer(message.ToUtf8()))
        {
            Drop();
        }
    }

    /// <summary>Sends what is queued until the member has left or the connection is gone.</summary>
    public async Task SendQueuedAsync(CancellationToken stop)
    {
        try
        {
            await foreach (byte[] message in _queue.Reader.ReadAllAsync(stop))
            {
                Interlocked.Add(ref _queuedBytes, -message.Length);
                await socket.SendAsync(message, WebSocketMessageType.Text, stop);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone. Whoever reads from the connection learns it too, and leaves the room.
        }
    }

    /// <summary>Nothing will be queued any more.</summary>
    public void EndQueue() => _queue.Writer.TryComplete();

    /// <summary>Gives up a client that is too slow. It may connect again, and gets what it missed from the history.</summary>
    public void Drop() => socket.Abort();
}
