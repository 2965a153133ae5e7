using System.Text.Json;

namespace Chat;

/// <summary>What a client sends: a text, and an id by which the client knows its message again when it comes back.</summary>
public sealed record ChatDraft(string? Text, string? Id)
{
    public const int MaxTextLength = 2_000;
    public const int MaxIdLength = 64;

    /// <summary>Reads a draft; null when the JSON is not one.</summary>
    public static ChatDraft? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ChatJson.Default.ChatDraft);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Says why the message cannot be published; null when it can.</summary>
    public string? WhyNot() =>
        string.IsNullOrWhiteSpace(Text) ? "The message is empty."
        : Text.Length > MaxTextLength ? $"The message has {Text.Length:N0} characters; {MaxTextLength:N0} are allowed."
        : Id is { Length: 0 or > MaxIdLength } ? $"The message's id is not 1 to {MaxIdLength} characters long."
        : null;
}
