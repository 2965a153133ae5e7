using System.IO.Compression;
using System.Net;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>ASP.NET Core's middleware decompresses bodies before they are bound.</summary>
public sealed class DecompressionTests(Running<DecompressingApp> app) : IClassFixture<Running<DecompressingApp>>
{
    [Theory]
    [InlineData("gzip", HttpStatusCode.OK)]
    [InlineData("klingon", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_compressed_body_binds_if_it_can_be_decompressed(string encoding, HttpStatusCode status)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("""{"x": 1, "y": 2}"""u8.ToArray(), TestContext.Current.CancellationToken);
        }

        using var content = new ByteArrayContent(compressed.ToArray()) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", encoding } } };
        using var response = await app.Client.PostAsync("/body/required", content, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await app.TakeFailuresAsync());
    }
}
