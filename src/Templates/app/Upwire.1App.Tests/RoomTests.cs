using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;

namespace UpwireNamespace.Tests;

/// <summary>The application in memory: no port, no network, and WebSockets all the same.</summary>
public sealed class RoomTests(WebApplicationFactory<Program> app) : IClassFixture<WebApplicationFactory<Program>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_says_the_others_hear()
    {
        using var ann = await JoinAsync("green", "Ann is here");
        using var bob = await JoinAsync("green", "Bob is here");
        Assert.Equal("Bob is here", await HearAsync(ann));

        await SayAsync(ann, "hello");

        Assert.Equal("hello", await HearAsync(bob));
        Assert.Equal("hello", await HearAsync(ann));
    }

    [Fact]
    public async Task Announcements_reach_the_room()
    {
        using var ann = await JoinAsync("blue", "Ann is here");

        using var answer = await app.CreateClient().PostAsJsonAsync("/rooms/blue/messages", new Announcement("dinner"), Stop);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("dinner", await HearAsync(ann));
    }

    [Fact]
    public async Task Announcements_without_a_text_are_refused()
    {
        using var answer = await app.CreateClient().PostAsJsonAsync("/rooms/blue/messages", new Announcement(""), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    // A connection is accepted before its handler has run: who hears the own words is in the room.
    private async Task<WebSocket> JoinAsync(string room, string greeting)
    {
        var socket = await app.Server.CreateWebSocketClient().ConnectAsync(new Uri(app.Server.BaseAddress, $"/rooms/{room}"), Stop);
        await SayAsync(socket, greeting);
        Assert.Equal(greeting, await HearAsync(socket));
        return socket;
    }

    private static Task SayAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Stop);

    private static async Task<string> HearAsync(WebSocket socket)
    {
        byte[] buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, Stop);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
