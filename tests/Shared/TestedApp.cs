using System.Net.WebSockets;

namespace Upwire.Tests;

/// <summary>An application that tests talk to, wherever it runs.</summary>
public abstract class TestedApp
{
    public abstract HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>A request that asks for a WebSocket, well-formed, by a client that may then get an HTTP answer.</summary>
    public static HttpRequestMessage Upgrade(string path, HttpMethod? method = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return request;
    }

    public Task<HttpResponseMessage> SendUpgradeAsync(string path, HttpMethod? method = null, string? origin = null) =>
        Client.SendAsync(Upgrade(path, method, origin), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Sends a request whose answer is read bit by bit.</summary>
    public Task<HttpResponseMessage> BeginAsync(string path) =>
        Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Opens a WebSocket.</summary>
    public Task<TestSocket> ConnectAsync(string path, Action<ClientWebSocketOptions>? configure = null) =>
        TestSocket.ConnectAsync(Address, path, configure);

    /// <summary>Sends bytes as they are and reads what comes back until the server closes the connection.</summary>
    /// <param name="request">The bytes. The server must be asked to close, unless it does so because of what they are.</param>
    /// <param name="andLeave">Whether nothing comes after them. Kestrel may then answer nothing any more.</param>
    public Task<string> SendRawAsync(string request, bool andLeave = false) => RawHttp.SendAsync(Address, request, andLeave);

    /// <summary>Takes what the application has logged as errors; empty if there are none.</summary>
    public Task<string> TakeFailuresAsync() => Client.GetStringAsync("/inspect/failures", TestContext.Current.CancellationToken);

    /// <summary>Waits until a request has ended that had the header <c>X-Watch</c>.</summary>
    /// <returns>Its status, and what was thrown out of the pipeline if anything was.</returns>
    public Task<string> EndOfAsync(string id) => Client.GetStringAsync($"/inspect/end?of={Uri.EscapeDataString(id)}", TestContext.Current.CancellationToken);

    /// <summary>What the one endpoint of a route says of itself: a line for each piece of its metadata, in order.</summary>
    public async Task<string[]> DescribeAsync(string pattern)
    {
        string text = await Client.GetStringAsync($"/inspect/endpoint?at={Uri.EscapeDataString(pattern)}", TestContext.Current.CancellationToken);
        string[] lines = text.Split('\n');
        Assert.Single(lines, $"endpoint {pattern}");
        return lines[1..];
    }

    protected static HttpClient CreateClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxResponseDrainSize = 0 }) { Timeout = Patience.Limit };
}
