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
        while ((await Transport.ReceiveAsync()).Text is var text && text != Mark)
        {
            texts.Add(text);
        }

        return texts;
    }
}
