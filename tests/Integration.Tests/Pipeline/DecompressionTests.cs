using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>ASP.NET Core's middleware decompresses bodies before they are bound.</summary>
public sealed class DecompressionTests(DecompressionTests.App app) : IClassFixture<DecompressionTests.App>
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
        Assert.Empty(app.Failures.Lines);
    }

    public sealed class App : UpwireApp
    {
        protected override void ConfigureServices(WebApplicationBuilder builder)
        {
            base.ConfigureServices(builder);
            builder.Services.AddRequestDecompression();
        }

        protected override void Configure(WebApplication app)
        {
            app.UseRequestDecompression();
            base.Configure(app);
        }
    }
}
