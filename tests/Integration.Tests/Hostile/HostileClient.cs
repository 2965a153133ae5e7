using System.Text;

namespace Upwire.Integration.Tests.Hostile;

/// <summary>Sends an application what no decent client sends, and sees that it comes to no harm.</summary>
public sealed class HostileClient(Running<HostileApp> app)
{
    public Uri Address => app.Address;

    /// <summary>Asks with GET.</summary>
    /// <param name="target">The path and query, one byte for each character.</param>
    /// <param name="headers">Lines of the head, each with its line end.</param>
    public Task<HostileAnswer> GetAsync(string target, string headers = "") =>
        SendAsync($"GET {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n{headers}\r\n");

    /// <summary>Posts a body of JSON.</summary>
    /// <param name="path">The path.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="contentType">What they are said to be.</param>
    /// <param name="headers">More lines of the head, each with its line end.</param>
    public Task<HostileAnswer> PostAsync(string path, byte[] body, string contentType = "application/json", string headers = "") =>
        SendAsync(
            $"POST {path} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\nContent-Type: {contentType}\r\n"
            + $"Content-Length: {body.Length}\r\n{headers}\r\n{Encoding.Latin1.GetString(body)}");

    public Task<HostileAnswer> PostAsync(string path, string body, string contentType = "application/json", string headers = "") =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), contentType, headers);

    /// <summary>Sends a request as it is, and sees that the application has come to no harm.</summary>
    public async Task<HostileAnswer> SendAsync(string request)
    {
        string answer = await app.SendRawAsync(request);
        await AssertUnharmedAsync();
        return HostileAnswer.Parse(answer);
    }

    /// <summary>Sends the beginning of a request and leaves; there may be nobody to see the answer any more.</summary>
    /// <returns>The status that the request was answered with.</returns>
    public async Task<string> LeaveAsync(string path, string headers, string beginning)
    {
        string id = Guid.NewGuid().ToString();
        await app.SendRawAsync($"POST {path} HTTP/1.1\r\nHost: {Address.Authority}\r\nX-Watch: {id}\r\n{headers}\r\n{beginning}", andLeave: true);
        string end = await app.EndOfAsync(id);
        await AssertUnharmedAsync();
        return end;
    }

    // Nothing was thrown out of the pipeline, nobody logged an error, and the next request is answered.
    private async Task AssertUnharmedAsync()
    {
        Assert.Equal("one next", await app.Client.GetStringAsync("/templates/one/next", TestContext.Current.CancellationToken));
        Assert.Empty(await app.TakeFailuresAsync());
    }
}
