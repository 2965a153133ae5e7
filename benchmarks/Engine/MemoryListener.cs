using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Benchmarks;

/// <summary>Gives Kestrel connections that are pipes in memory, in place of its sockets.</summary>
internal sealed class MemoryListener : IConnectionListenerFactory, IConnectionListener
{
    private readonly Channel<ConnectionContext> _connections = Channel.CreateUnbounded<ConnectionContext>();

    public EndPoint EndPoint { get; private set; } = null!;

    public PipeTransport Connect(MemoryPool<byte> memory)
    {
        var (client, server) = PipeTransport.CreatePair(memory);
        _connections.Writer.TryWrite(new Connection(server, client));
        return new(client);
    }

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        EndPoint = endpoint;
        return new(this);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        bool isOpen = await _connections.Reader.WaitToReadAsync(cancellationToken);
        return isOpen && _connections.Reader.TryRead(out var connection) ? connection : null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _connections.Writer.TryComplete();
        return default;
    }

    public ValueTask DisposeAsync() => UnbindAsync();

    private sealed class Connection : DefaultConnectionContext
    {
        private readonly IDuplexPipe _server;

        public Connection(IDuplexPipe server, IDuplexPipe client)
            : base($"{Guid.NewGuid()}", server, client) => _server = server;

        // As its sockets do it, when Kestrel has done with them.
        public override ValueTask DisposeAsync()
        {
            _server.Input.Complete();
            _server.Output.Complete();
            return base.DisposeAsync();
        }
    }
}
