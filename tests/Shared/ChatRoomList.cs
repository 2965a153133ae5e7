namespace Upwire.Tests;

/// <summary>The list of rooms of the sample Chat, which may be a second old.</summary>
internal static class ChatRoomList
{
    public static async Task ExpectAsync(HttpClient client, string expected)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        string rooms;
        while ((rooms = await client.GetStringAsync("/rooms", TestContext.Current.CancellationToken)) != expected && !limit.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, rooms);
    }
}
