using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chat;

/// <summary>What a client receives. What does not belong to a type is left out of the JSON.</summary>
public sealed record ChatMessage(string Type)
{
    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    public string? Id { get; init; }

    public string? User { get; init; }

    public string? Text { get; init; }

    [JsonPropertyName("members")]
    public IReadOnlyList<string>? Users { get; init; }

    /// <summary>Who was here before: no news.</summary>
    public static ChatMessage Here(string user) => new("here") { User = user };

    public static ChatMessage Joined(string user) => new("joined") { User = user };

    public static ChatMessage Left(string user) => new("left") { User = user };

    public static ChatMessage Said(string user, string text, string? id) =>
        new("said") { User = user, Text = text, Id = id ?? Guid.NewGuid().ToString() };

    /// <summary>That the history ends here. The others who are here follow.</summary>
    public static ChatMessage Members(IReadOnlyList<string> users) => new("members") { Users = users };

    /// <summary>Why a message was not published, for the sender only.</summary>
    public static ChatMessage Error(string reason, string? id) => new("error") { Text = reason, Id = id };

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, ChatJson.Default.ChatMessage);
}
