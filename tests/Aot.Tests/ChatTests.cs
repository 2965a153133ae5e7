using System.Net;
using System.Text.Json.Nodes;

namespace Upwire.Aot.Tests;

/// <summary>The sample Chat, as a native binary.</summary>
public sealed class ChatTests(ChatTests.Sample chat, ITestOutputHelper output) : IClassFixture<ChatTests.Sample>
{
    [Fact]
    public void It_is_built_without_a_warning_of_the_trimmer()
    {
        NativeBuild.AssertClean(chat.BuildLog);
        output.WriteLine(chat.Measured);
    }

    [Theory]
    [InlineData("/", "text/html", "<title>Chat</title>")]
    [InlineData("/chat.js", "text/javascript", "new WebSocket(")]
    public async Task The_page_is_served(string path, string contentType, string content)
    {
        using var response = await chat.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(content, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_chat()
    {
        using var ann = await chat.ConnectAsync("/rooms/native/ws?user=Ann");
        Assert.Equal("members", (string?)JsonNode.Parse((await ann.ReceiveAsync())!)!["type"]);
        using var bob = await chat.ConnectAsync("/rooms/native/ws?user=Bob");
        Assert.Equal("members", (string?)JsonNode.Parse((await bob.ReceiveAsync())!)!["type"]);
        Assert.Equal("joined Bob", Describe(await ann.ReceiveAsync()));
        Assert.Equal("here Ann", Describe(await bob.ReceiveAsync()));

        await bob.SendAsync("""{"id": "1", "text": "Hello, Ann!"}""");
        foreach (var socket in (TestSocket[])[ann, bob])
        {
            var said = JsonNode.Parse((await socket.ReceiveAsync())!)!;
            Assert.Equal("Bob", (string?)said["user"]);
            Assert.Equal("Hello, Ann!", (string?)said["text"]);
        }

        await ChatRoomList.ExpectAsync(chat.Client, """[{"name":"native","members":2}]""");
    }

    [Fact]
    public async Task A_parameter_that_does_not_bind_is_told_before_the_upgrade()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rooms/native/ws")
        {
            Headers =
            {
                { "Connection", "Upgrade" }, { "Upgrade", "websocket" },
                { "Sec-WebSocket-Version", "13" }, { "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==" },
            },
        };
        using var response = await chat.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("The query parameter 'user' is missing; a text is expected.", (string?)problem["errors"]!["user"]![0]);
    }

    private static string Describe(string? message) => JsonNode.Parse(message!) is { } json ? $"{json["type"]} {json["user"]}" : "nothing";

    public sealed class Sample(PublishFolder publishFolder) : NativeSample(publishFolder, "Chat", "/rooms");
}
