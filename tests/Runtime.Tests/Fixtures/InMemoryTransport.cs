using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace Upwire.Runtime.Tests;

/// <summary>A client's end of two pipes, and a channel on the other. Everything runs inline unless it is told otherwise.</summary>
internal sealed class InMemoryTransport : IDuplexPipe, IHttpRequestLifetimeFeature
{
    private readonly Pipe _toServer;
    private readonly Pipe _toClient;

    public InMemoryTransport(
        ConnectionLimits? limits = null,
        TimeProvider? time = null,
        PipeOptions? outputOptions = null,
        Func<PipeWriter, PipeWriter>? decorate = null,
        WebSocketDeflateOptions? deflate = null,
        Func<PipeReader, PipeReader>? decorateInput = null)
    {
        _toServer = new(Unbounded);
        _toClient = new(outputOptions ?? Unbounded);
        Input = decorateInput?.Invoke(_toServer.Reader) ?? _toServer.Reader;
        Output = decorate?.Invoke(_toClient.Writer) ?? _toClient.Writer;
        Channel = new(this, limits ?? DefaultLimits, Metrics.OfNobody, time ?? TimeProvider.System, deflate, this);

        // Where time is the test's, it runs as for the connections of an application.
        if (time is not null)
        {
            new OpenConnections(time).Add(Channel);
        }
    }

    public static PipeOptions Unbounded { get; } = Options(pause: 0);

    public static ConnectionLimits DefaultLimits { get; } = ConnectionLimits.Resolve(new(), new());

    public FrameChannel Channel { get; }

    public bool IsAborted { get; private set; }

    /// <summary>What the client writes to.</summary>
    public PipeWriter Client => _toServer.Writer;

    /// <summary>What the client reads from.</summary>
    public PipeReader FromServer => _toClient.Reader;

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public CancellationToken RequestAborted { get; set; }

    public static PipeOptions Options(long pause) => new(
        readerScheduler: PipeScheduler.Inline,
        writerScheduler: PipeScheduler.Inline,
        pauseWriterThreshold: pause,
        resumeWriterThreshold: pause == 0 ? 0 : 1,
        useSynchronizationContext: false);

    /// <summary>Starts the channel.</summary>
    public InMemoryTransport Start()
    {
        Channel.Start();
        return this;
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        var writer = Client;
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
        Assert.True(writer.FlushAsync().AsTask().IsCompleted);
    }

    public void Send(params ClientFrame[] frames) => Send(ClientFrame.Bytes(frames));

    /// <summary>The client's side ends, as by a FIN, or with what a transport throws.</summary>
    public void Vanish(Exception? exception = null)
    {
        Client.Complete(exception);
    }

    /// <summary>The frames that have been flushed so far.</summary>
    public List<ServerFrame> Received()
    {
        byte[] bytes = ReceivedBytes();
        return ServerFrame.ReadAll(bytes);
    }

    public byte[] ReceivedBytes()
    {
        if (!FromServer.TryRead(out var result))
        {
            return [];
        }

        byte[] bytes = [.. System.Buffers.BuffersExtensions.ToArray(result.Buffer)];
        FromServer.AdvanceTo(result.Buffer.End);
        return bytes;
    }

    /// <summary>Reads until a frame is there.</summary>
    public async Task<ServerFrame> ReceiveAsync()
    {
        while (true)
        {
            var result = await Within.Time(FromServer.ReadAsync(), "a frame of the server");
            if (TryTake(result, out var frame))
            {
                return frame;
            }

            Assert.False(result.IsCompleted, "The output has ended.");
        }
    }

    /// <summary>Reads all frames that are there, once some are.</summary>
    public async Task<List<ServerFrame>> ReceiveAvailableAsync()
    {
        var result = await Within.Time(FromServer.ReadAsync(), "frames of the server");
        Assert.False(result.IsCompleted, "The output has ended.");
        byte[] bytes = System.Buffers.BuffersExtensions.ToArray(result.Buffer);
        FromServer.AdvanceTo(result.Buffer.End);
        return ServerFrame.ReadAll(bytes);
    }

    /// <summary>Waits until something has been flushed, and leaves it there.</summary>
    public async Task WhenFlushedAsync()
    {
        var result = await Within.Time(FromServer.ReadAsync(), "the server to flush");
        FromServer.AdvanceTo(result.Buffer.Start);
    }

    /// <summary>As a server does it: reads and writes that are pending end.</summary>
    public void Abort()
    {
        IsAborted = true;
        _toServer.Writer.Complete(new IOException("aborted"));
        _toClient.Reader.Complete();
    }

    private bool TryTake(ReadResult result, out ServerFrame frame)
    {
        byte[] bytes = System.Buffers.BuffersExtensions.ToArray(result.Buffer);
        ReadOnlySpan<byte> rest = bytes;
        bool isThere = ServerFrame.TryRead(ref rest, out frame);
        FromServer.AdvanceTo(isThere ? result.Buffer.GetPosition(bytes.Length - rest.Length) : result.Buffer.Start, isThere ? result.Buffer.GetPosition(bytes.Length - rest.Length) : result.Buffer.End);
        return isThere;
    }
}
