namespace Upwire.Runtime.Tests;

/// <summary>One connection, and its client's end.</summary>
internal sealed record CrowdMember(InMemoryTransport Transport, WebSocketConnection Connection)
{
    private const string Mark = "that was all";

    /// <summary>Everything that was sent to it so far.</summary>
    public async Task<List<string>> ReceivedAsync()
    {
        await Within.Time(Connection.SendAsync(Mark));
        var texts = new List<string>();
        while (texts.LastOrDefault() != Mark)
        {
            texts.AddRange((await Transport.ReceiveAvailableAsync()).Select(frame => frame.Text));
        }

        return texts[..^1];
    }
}
