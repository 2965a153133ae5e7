using System.IO.Pipelines;
using System.Text;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>A feed as a stream that cannot seek; disposing it ends the feed's reading.</summary>
public sealed class FeedStream : Stream
{
    private readonly Pipe _pipe = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _copying;

    public FeedStream(Feed feed) => _copying = CopyAsync(feed);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _pipe.Reader.AsStream().ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _copying;
        _stop.Dispose();
        await base.DisposeAsync();
    }

    private async Task CopyAsync(Feed feed)
    {
        try
        {
            await foreach (string item in feed.ReadAllAsync(_stop.Token))
            {
                await _pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(item));
            }

            await _pipe.Writer.CompleteAsync();
        }
        catch (Exception exception)
        {
            await _pipe.Writer.CompleteAsync(exception);
        }
    }
}
