namespace Upwire.Runtime.Tests;

/// <summary>One connection, and its client's end.</summary>
internal sealed record CrowdMember(InMemoryTransport Transport, WebSocketConnection Connection)
{
    private const string Mark = "that was all";

    private readonly List<string> _texts = [];

    /// <summary>Everything that was sent to it so far, but for what was returned before. Others may be sending: that is for the next time.</summary>
    public async Task<List<string>> ReceivedAsync()
    {
        await Within.Time(Connection.SendAsync(Mark));
        int end;
        while ((end = _texts.IndexOf(Mark)) < 0)
        {
            _texts.AddRange((await Transport.ReceiveAvailableAsync()).Select(static frame => frame.Text));
        }

        var texts = _texts[..end];
        _texts.RemoveRange(0, end + 1);
        return texts;
    }
}
