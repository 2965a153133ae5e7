using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/binary")]
public sealed class BinaryController(Feeds feeds)
{
    private static byte[] Abc => "abc"u8.ToArray();

    [HttpGet("/bytes")]
    public byte[] Bytes() => Abc;

    [HttpGet("/nullable-bytes")]
    public byte[]? NullableBytes(bool found) => found ? Abc : null;

    [HttpGet("/no-bytes")]
    public byte[] NoBytes() => [];

    [HttpGet("/read-only-memory")]
    public ReadOnlyMemory<byte> ReadOnlyMemory() => Abc.AsMemory(1);

    [HttpGet("/memory")]
    public Memory<byte> Memory() => Abc.AsMemory(1);

    [HttpGet("/nullable-memory")]
    public async ValueTask<Memory<byte>?> NullableMemory(bool found)
    {
        await Task.Yield();
        return found ? Abc.AsMemory(1) : default(Memory<byte>?);
    }

    [HttpGet("/nullable-read-only-memory")]
    public async Task<ReadOnlyMemory<byte>?> NullableReadOnlyMemory(bool found)
    {
        await Task.Yield();
        return found ? Abc.AsMemory(1) : default(ReadOnlyMemory<byte>?);
    }

    [HttpGet("/image")]
    public byte[] Image(HttpResponse response)
    {
        response.ContentType = "image/png";
        return Abc;
    }

    [HttpGet("/stream")]
    public Stream Stream() => new MemoryStream(Abc) { Position = 1 };

    [HttpGet("/nullable-stream")]
    public async Task<MemoryStream?> NullableStream(bool found)
    {
        await Task.Yield();
        return found ? new MemoryStream(Abc) : null;
    }

    [HttpGet("/pipe")]
    public async ValueTask<PipeReader> Pipe()
    {
        await Task.Yield();
        return PipeReader.Create(new MemoryStream(Abc));
    }

    [HttpGet("/nullable-pipe")]
    public PipeReader? NullablePipe(bool found) => found ? PipeReader.Create(new MemoryStream(Abc)) : null;

    [HttpPost("/echo")]
    public PipeReader Echo(PipeReader body) => body;

    [HttpGet("/object")]
    public object? Anything(string kind) => kind switch
    {
        "bytes" => Abc,
        "memory" => Abc.AsMemory(),
        "read-only-memory" => (ReadOnlyMemory<byte>)Abc.AsMemory(),
        "stream" => new MemoryStream(Abc),
        "pipe" => PipeReader.Create(new MemoryStream(Abc)),
        "text" => "abc",
        "result" => Results.Text("abc", "text/css"),
        "json" => new Point(1, 2),
        _ => null,
    };

    [HttpGet("/feed/stream")]
    public FeedStream FeedStream() => new(feeds.Current);

    [HttpGet("/feed/pipe")]
    public PipeReader FeedPipe() => PipeReader.Create(new FeedStream(feeds.Current));
}
