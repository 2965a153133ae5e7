using System.IO.Pipelines;

namespace Upwire;

/// <summary>An accepted stream as the pipes of a channel: those of HTTP/2, and of servers without pipes of their own.</summary>
internal sealed class StreamTransport(Stream stream) : IDuplexPipe
{
    // A read of nothing first, so that an idle connection holds no buffer.
    public PipeReader Input { get; } = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true, useZeroByteReads: true));

    public PipeWriter Output { get; } = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
}
