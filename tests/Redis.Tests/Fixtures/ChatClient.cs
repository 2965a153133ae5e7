using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Upwire.Redis.Tests;

/// <summary>One who talks in a room of the sample Chat.</summary>
internal sealed class ChatClient : IDisposable
{
    private readonly TestSocket _socket;

    private ChatClient(TestSocket socket) => _socket = socket;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>Everything that was told so far: its type and user, and the text of what was said.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Goes into a room, and reads its history.</summary>
    public static async Task<ChatClient> JoinAsync(Uri server, string user, string room, string? origin = null)
    {
        // As the page does it.
        origin ??= $"http://{server.Authority}";
        var client = new ChatClient(await TestSocket.ConnectAsync(server, $"/rooms/{room}/ws?user={user}", options => options.SetRequestHeader("Origin", origin)));
        await client.ExpectAsync("members");
        return client;
    }

    public Task SayAsync(string text) => _socket.SendAsync(new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["text"] = text }.ToJsonString());

    /// <summary>Reads until something is told, which may have been before.</summary>
    public async Task ExpectAsync(string told)
    {
        while (!Told.Contains(told))
        {
            try
            {
                Assert.True(await ReadAsync(), $"The connection has ended, and nobody told '{told}', but {string.Join(", ", Told)}.");
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Nobody told '{told}', but {string.Join(", ", Told)}.");
            }
        }
    }

    public async Task ExpectEndAsync()
    {
        while (await ReadAsync())
        {
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReadAsync()
    {
        if (await _socket.ReceiveAsync() is not { } text)
        {
            return false;
        }

        var message = JsonNode.Parse(text)!;
        Told.Add($"{message["type"]} {message["user"]} {message["text"]}".Trim());
        return true;
    }
}
