using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;

namespace Upwire;

/// <summary>All open connections of the application, which are told when it stops.</summary>
internal sealed class OpenConnections
{
    private static readonly ClosePayload GoingAway = new(WebSocketCloseStatus.EndpointUnavailable, "the server is shutting down");

    private readonly ConcurrentDictionary<WebSocketChannel, WebSocketChannel> _channels = new(ReferenceEqualityComparer.Instance);
    private readonly IHostApplicationLifetime? _lifetime;

    // A host without a lifetime is a valid one: its connections end with it.
    public OpenConnections(IHostApplicationLifetime? lifetime = null)
    {
        _lifetime = lifetime;
        lifetime?.ApplicationStopping.Register(CloseAll);
    }

    /// <summary>Whether the server is shutting down, so that no connection is to be begun.</summary>
    public bool IsDraining => _lifetime?.ApplicationStopping.IsCancellationRequested == true;

    public void Add(WebSocketChannel channel)
    {
        _channels.TryAdd(channel, channel);

        // One that came while all others were being closed.
        if (IsDraining)
        {
            Close(channel);
        }
    }

    public void Remove(WebSocketChannel channel) => _channels.TryRemove(channel, out _);

    private static void Close(WebSocketChannel channel) => channel.BeginClose(GoingAway);

    private void CloseAll()
    {
        foreach (var (channel, _) in _channels)
        {
            Close(channel);
        }
    }
}
