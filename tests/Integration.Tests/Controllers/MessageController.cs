using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;

namespace Upwire.Integration.Tests.Controllers;

[Route("/messages")]
public sealed class MessageController
{
    private int _count;

    [WebSocket("/text/<prefix>")]
    public string? Text(string prefix, [FromMessage] string text) => text == "quiet" ? null : $"{prefix} {++_count} {text}";

    [WebSocket("/bytes")]
    public byte[] Bytes([FromMessage] byte[] data) => [.. data.Reverse()];

    [WebSocket("/memory")]
    public ReadOnlyMemory<byte> Memory([FromMessage] ReadOnlyMemory<byte> data) => data;

    [WebSocket("/any")]
    public WebSocketMessage Any([FromMessage] WebSocketMessage message) => message;

    [WebSocket("/none")]
    public async Task Send([FromMessage] string text, WebSocketConnection socket)
    {
        await Task.Yield();
        await socket.SendAsync($"sent {text}");
    }

    [WebSocket("/json")]
    public async Task<Note?> Json([FromMessage] Note note)
    {
        await Task.Yield();
        return note.Text == "quiet" ? null : note with { Text = note.Text.ToUpperInvariant() };
    }

    [WebSocket("/sequence")]
    public async IAsyncEnumerable<int> Count([FromMessage] int limit)
    {
        for (int i = 1; i <= limit; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [WebSocket("/failing")]
    public void Fail([FromMessage] string text) => throw new InvalidOperationException($"secret {text}");

    [WebSocket("/in-out")]
    public static async IAsyncEnumerable<Note> Both(IAsyncEnumerable<Note> notes, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var note in notes.WithCancellation(stop))
        {
            yield return note with { Text = $"got {note.Text}" };
        }
    }

    [WebSocket("/in")]
    public static async Task In(IAsyncEnumerable<string> texts, WebSocketConnection socket)
    {
        await foreach (string text in texts)
        {
            await socket.SendAsync($"{text}!");
        }
    }

    [WebSocket("/out")]
    public static async IAsyncEnumerable<string> Out(string first)
    {
        await Task.Yield();
        yield return first;
        yield return "second";
    }

    [WebSocket("/endless")]
    public static async IAsyncEnumerable<string> Endless([FromServices] Disposals disposals, [EnumeratorCancellation] CancellationToken stop)
    {
        try
        {
            yield return "first";
            await Task.Delay(Timeout.Infinite, stop);
        }
        finally
        {
            disposals.Add("endless");
        }
    }

    public sealed record Note([property: MaxLength(10)] string Text);
}
