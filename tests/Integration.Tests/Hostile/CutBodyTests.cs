namespace Upwire.Integration.Tests.Hostile;

/// <summary>Bodies that end before they should, or are no bodies.</summary>
public sealed class CutBodyTests(Running<HostileApp> app) : IClassFixture<Running<HostileApp>>
{
    private readonly HostileClient _client = new(app);

    private const string Chunked = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";

    [Theory]
    [InlineData("Content-Length: 100\r\n", "")]
    [InlineData("Content-Length: 100\r\n", "{\"x\": 1, \"y\"")]
    [InlineData("Content-Length: 100\r\n", "{\"x\": 1, \"y\": 2}")]
    [InlineData("Content-Length: 1000000\r\n", "{\"x\": 1, \"y\": 2}")]
    [InlineData("Transfer-Encoding: chunked\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n", "5")]
    [InlineData("Transfer-Encoding: chunked\r\n", "5\r\n{\"x")]
    [InlineData("Transfer-Encoding: chunked\r\n", "10\r\n{\"x\": 1, \"y\": 2}")]
    [InlineData("Transfer-Encoding: chunked\r\n", "10\r\n{\"x\": 1, \"y\": 2}\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "10\r\n{\"x\": 1, \"y\": 2}\r\n0\r\n")]
    public async Task Half_a_body_is_the_clients_fault(string headers, string beginning) =>
        Assert.Equal("400", await _client.LeaveAsync("/body/required", $"Content-Type: application/json\r\n{headers}", beginning));

    [Theory]
    [InlineData("z\r\n{}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("7FFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}!!0\r\n\r\n")]
    [InlineData("\0\r\n{}\r\n0\r\n\r\n")]
    public async Task A_chunk_that_is_none_is_answered(string chunks)
    {
        var answer = await _client.SendAsync($"POST /body/required HTTP/1.1\r\nHost: {_client.Address.Authority}\r\nConnection: close\r\n{Chunked}\r\n{chunks}");
        Assert.InRange(answer.Status, 400, 413);
        Assert.True(answer.IsProblem);
    }

    // It is refused for what its head says.
    [Theory]
    [InlineData("/body/required", "Content-Type: text/plain\r\n", 415)]
    [InlineData("/body/none", "Content-Type: application/json\r\n", 404)]
    [InlineData("/body/array", "Content-Type: application/json\r\n", 405)]
    public async Task A_body_that_nobody_reads_is_not_awaited(string path, string headers, int status) =>
        Assert.Equal($"{status}", await _client.LeaveAsync(path, $"{headers}Content-Length: 1000\r\n", "not all"));

    // What follows a refused body on the connection must not be taken for a request of its own.
    [Fact]
    public async Task Two_lengths_do_not_smuggle_a_request()
    {
        const string Smuggled = "GET /templates/one/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        var answer = await _client.SendAsync(
            $"POST /body/required HTTP/1.1\r\nHost: {_client.Address.Authority}\r\nContent-Length: {Smuggled.Length + 5}\r\n{Chunked}Connection: close\r\n\r\n0\r\n\r\n{Smuggled}");
        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain("smuggled", answer.Body, StringComparison.Ordinal);
    }
}
