namespace Upwire.Integration.Tests.Hostile;

/// <summary>Heads of requests: what the server refuses, and what reaches the application.</summary>
public sealed class HeadTests(Running<HostileApp> app) : IClassFixture<Running<HostileApp>>
{
    private readonly HostileClient _client = new(app);

    private const string Body = """{"x":1,"y":2}""";

    [Theory]
    [InlineData("X-Count: 1\r\nX-Count: 2\r\n", 400)]
    [InlineData("X-Count: 1,2\r\n", 400)]
    [InlineData("X-Count: 1\r\nx-count: 1\r\n", 400)]
    [InlineData("X-Count:\r\n", 400)]
    [InlineData("X-Count: 1\0\r\n", 400)]
    [InlineData("X-Count: \xC0\xAF\r\n", 400)]
    [InlineData("X-Count: \xFF\r\n", 400)]
    [InlineData("X-Count: \xD9\xA1\r\n", 400)]
    [InlineData("X-Count : 1\r\n", 400)]
    [InlineData("X-Count: 1\r\n folded\r\n", 400)]
    [InlineData("X-Count\r\n", 400)]
    [InlineData(": 1\r\n", 400)]
    [InlineData("X-Count: 1\nX-Other: 2\r\n", 200)]
    [InlineData("X-Count: 1\r\nHost: other\r\n", 400)]
    [InlineData("X-Count: 1\r\nHost: a@b\r\n", 400)]
    public async Task A_header_is_taken_or_refused(string headers, int status) =>
        Assert.Equal(status, (await _client.GetAsync("/headers/required", headers)).Status);

    [Fact]
    public async Task A_header_of_many_digits_is_quoted_short()
    {
        var answer = await _client.GetAsync("/headers/required", $"X-Count: {new string('9', 20_000)}\r\n");
        Assert.Equal((400, true), (answer.Status, answer.IsProblem));
        Assert.InRange(answer.Body.Length, 1, 500);
    }

    [Theory]
    [InlineData(40_000, 1)]
    [InlineData(10, 200)]
    public async Task More_than_the_server_takes_is_refused_by_it(int length, int count)
    {
        string headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('x', length)}\r\n"));
        Assert.Equal(431, (await _client.GetAsync("/headers/required", headers)).Status);
    }

    [Fact]
    public async Task Thousands_of_elements_in_a_header_bind_or_are_counted()
    {
        var answer = await _client.GetAsync("/arrays/header", $"X-Value: {string.Join(',', Enumerable.Repeat("x", 9_000))}\r\n");
        Assert.Equal((400, true), (answer.Status, answer.IsProblem));
        Assert.Contains("and 8900 more like them", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type: application/json\r\nContent-Type: application/json\r\nContent-Length: 13\r\n", 415)]
    [InlineData("Content-Type: text/plain\r\nContent-Type: application/json\r\nContent-Length: 13\r\n", 415)]
    [InlineData("Content-Type: application/json, text/html\r\nContent-Length: 13\r\n", 415)]
    [InlineData("Content-Type: \r\nContent-Length: 13\r\n", 415)]
    [InlineData("Content-Type: ;;;\r\nContent-Length: 13\r\n", 415)]
    [InlineData("Content-Type: application/json;charset=\"\r\nContent-Length: 13\r\n", 415)]
    [InlineData("Content-Type: application/json\r\nContent-Length: 13\r\nContent-Length: 13\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nContent-Length: 13\r\nContent-Length: 14\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nContent-Length: 13, 13\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nContent-Length: -1\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nContent-Length: 0x0D\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nContent-Length: 99999999999999999999\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nContent-Length: 9223372036854775807\r\n", 413)]
    [InlineData("Content-Type: application/json\r\nTransfer-Encoding: chunked, gzip\r\n", 400)]
    [InlineData("Content-Type: application/json\r\nTransfer-Encoding: identity\r\n", 400)]
    [InlineData("Content-Type: application/json\r\n", 400)]
    public async Task What_describes_the_body_must_fit_it(string headers, int status) =>
        Assert.Equal(status, (await PostAsync(headers)).Status);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("GZIP")]
    [InlineData("identity, gzip")]
    [InlineData("klingon")]
    [InlineData("x\r\nContent-Encoding: y")]
    public async Task A_body_that_is_said_to_be_compressed_is_not_read_as_if_it_were_not(string encoding)
    {
        var answer = await _client.PostAsync("/body/required", Body, headers: $"Content-Encoding: {encoding}\r\n");
        Assert.Equal((415, true), (answer.Status, answer.IsProblem));
        Assert.Contains("Accept-Encoding: identity\r\n", answer.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_said_not_to_be_compressed_is_read() =>
        Assert.Equal(200, (await _client.PostAsync("/body/required", Body, headers: "Content-Encoding: identity\r\n")).Status);

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\nHost: x\r\n\r\n", 505)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("G\0T / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03\r\n\r\n", 400)]
    public async Task What_is_no_request_is_refused_by_the_server(string request, int status) => Assert.Equal(status, (await _client.SendAsync(request)).Status);

    private Task<HostileAnswer> PostAsync(string headers) =>
        _client.SendAsync($"POST /body/required HTTP/1.1\r\nHost: {_client.Address.Authority}\r\nConnection: close\r\n{headers}\r\n{Body}");
}
