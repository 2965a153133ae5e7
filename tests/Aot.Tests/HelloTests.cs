using System.Net;
using System.Net.WebSockets;

namespace Upwire.Aot.Tests;

/// <summary>Every route of the sample Hello, as a native binary.</summary>
public sealed class HelloTests(HelloTests.Sample hello, ITestOutputHelper output) : IClassFixture<HelloTests.Sample>
{
    [Fact]
    public void It_is_built_without_a_warning_of_the_trimmer()
    {
        NativeBuild.AssertClean(hello.BuildLog);
        output.WriteLine(hello.Measured);
    }

    [Fact]
    public async Task Hello_answers_JSON()
    {
        using var response = await hello.Client.GetAsync("/hello", TestContext.Current.CancellationToken);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"hello":"world"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Hello_talks()
    {
        using var socket = await hello.ConnectAsync("/hello");
        Assert.Equal("hello client", await socket.ReceiveAsync());
        await socket.SendAsync("hello server");
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Theory]
    [InlineData("/pipe", "some text", "some text")]
    [InlineData("/echo", "grüße", "grüße")]
    [InlineData("/rooms/x/seats/7", "here", "x, seat 7: here")]
    [InlineData("/rooms/a%20b/seats/-1", "here", "a b, seat -1: here")]
    public async Task A_message_is_answered(string path, string message, string answer)
    {
        using var socket = await hello.ConnectAsync(path);
        await socket.SendAsync(message);
        Assert.Equal(answer, await socket.ReceiveAsync());
        await socket.CloseAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_message_is_compressed()
    {
        using var socket = await hello.ConnectAsync("/echo", static options =>
        {
            options.DangerousDeflateOptions = new();
            options.CollectHttpResponseDetails = true;
        });
        string text = string.Concat(Enumerable.Repeat("grüße ", 100_000));
        await socket.SendAsync(text);

        Assert.Equal(text, await socket.ReceiveAsync());
        Assert.StartsWith("permessage-deflate", socket.Header("Sec-WebSocket-Extensions"));
        await socket.CloseAsync();
    }

    [Theory]
    [InlineData("/", "nothing at /")]
    [InlineData("/any/where", "nothing at /any/where")]
    [InlineData("/rooms/x/seats/seven", "nothing at /rooms/x/seats/seven")]
    public async Task Any_other_connection_is_taken(string path, string reason)
    {
        using var socket = await hello.ConnectAsync(path);
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(reason, socket.CloseReason);
    }

    [Theory]
    [InlineData("/echo", HttpStatusCode.UpgradeRequired, "application/problem+json")]
    [InlineData("/rooms/x/seats/7", HttpStatusCode.UpgradeRequired, "application/problem+json")]
    [InlineData("/any/where", HttpStatusCode.NotFound, null)]
    public async Task A_plain_request_is_told_what_is_there(string path, HttpStatusCode status, string? contentType)
    {
        using var response = await hello.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
    }

    public sealed class Sample(PublishFolder publishFolder) : NativeSample(publishFolder, "Hello", "/hello");
}
