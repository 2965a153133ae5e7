using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Benchmarks;

/// <summary>A response that goes nowhere.</summary>
internal sealed class NullResponseBody(PipeWriter writer) : IHttpResponseBodyFeature
{
    public Stream Stream { get; } = writer.AsStream();

    public PipeWriter Writer => writer;

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task CompleteAsync() => Task.CompletedTask;
}
