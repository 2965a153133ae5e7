namespace Upwire.Integration.Tests.Hostile;

/// <summary>Paths and query strings.</summary>
public sealed class TargetTests(Running<HostileApp> app) : IClassFixture<Running<HostileApp>>
{
    private readonly HostileClient _client = new(app);

    [Theory]
    [InlineData(2_000)]
    [InlineData(8_000)]
    public async Task A_long_segment_binds(int length)
    {
        string segment = new('x', length);
        var answer = await _client.GetAsync($"/templates/one/{segment}");
        Assert.Equal((200, $"one {segment}"), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("/templates/number/")]
    [InlineData("/try-parse/class/")]
    [InlineData("/hostile/text?value=")]
    public async Task What_is_longer_than_the_server_takes_is_refused_by_it(string target) =>
        Assert.Equal(414, (await _client.GetAsync(target + new string('9', 100_000))).Status);

    [Theory]
    [InlineData("/try-parse/class/{0}", 400)]
    [InlineData("/templates/number/{0}", 404)]
    [InlineData("/templates/optional/{0}", 400)]
    [InlineData("/hostile/numbers?i={0}&l=1&d=1&m=1", 400)]
    [InlineData("/hostile/numbers?i=1&l={0}&d=1&m=1", 400)]
    [InlineData("/hostile/numbers?i=1&l=1&d=1&m={0}", 400)]
    [InlineData("/query/enum?value={0}", 400)]
    public async Task A_number_of_two_thousand_digits_is_none_that_is_expected(string target, int status)
    {
        var answer = await _client.GetAsync(string.Format(null, target, new string('9', 2_000)));
        Assert.Equal(status, answer.Status);
        Assert.InRange(answer.Body.Length, 0, 500);
    }

    [Theory]
    [InlineData("/templates/one/%00", 400)]
    [InlineData("/templates/one/a%00b", 400)]
    [InlineData("/templates/one/%C0%AF", 200)]
    [InlineData("/templates/one/%E0%80%AF", 200)]
    [InlineData("/templates/one/%C0%80", 200)]
    [InlineData("/templates/one/%ED%A0%80", 200)]
    [InlineData("/templates/one/%F4%90%80%80", 200)]
    [InlineData("/templates/one/%", 200)]
    [InlineData("/templates/one/%2", 200)]
    [InlineData("/templates/one/%zz", 200)]
    [InlineData("/templates/one/%u0041", 200)]
    [InlineData("/templates/number/%31%00", 400)]
    [InlineData("/templates/number/%C0%B1", 404)]
    [InlineData("/templates/optional/%00", 400)]
    [InlineData("/templates/optional/1%00", 400)]
    [InlineData("/try-parse/class/%C0%AF", 400)]
    [InlineData("/templates/one/a\0b", 400)]
    [InlineData("/templates/one/\xC0\xAF", 400)]
    [InlineData("/templates/one/\xFF", 400)]
    [InlineData("/../../etc/passwd", 404)]
    [InlineData("/templates/rest/..%2f..%2fetc/passwd", 200)]
    [InlineData("/templates/rest/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("/templates//one//x", 404)]
    [InlineData("//", 404)]
    [InlineData("*", 405)]
    [InlineData("/templates/one/a b", 400)]
    [InlineData("/templates/one/a\tb", 200)]
    public async Task A_path_is_taken_or_refused(string path, int status) => Assert.Equal(status, (await _client.GetAsync(path)).Status);

    // What is no UTF-8 is not decoded: nothing turns into a slash, a dot or a NUL behind a check.
    [Theory]
    [InlineData("%C0%AF", "%C0%AF")]
    [InlineData("%C0%AE%C0%AE", "%C0%AE%C0%AE")]
    [InlineData("%E0%80%AF", "%E0%80%AF")]
    [InlineData("%2F", "%2F")]
    [InlineData("%ED%A0%80", "%ED%A0%80")]
    public async Task Overlong_text_stays_as_it_came(string segment, string expected) =>
        Assert.Equal($"one {expected}", (await _client.GetAsync($"/templates/one/{segment}")).Body);

    [Theory]
    [InlineData("value=%00", "\0")]
    [InlineData("value=a%00b", "a\0b")]
    [InlineData("value=%zz%", "%zz%")]
    [InlineData("value=%C0%AF", "%C0%AF")]
    [InlineData("value=%ED%A0%80", "%ED%A0%80")]
    [InlineData("value=%ED%A0%BD%ED%B8%80", "%ED%A0%BD%ED%B8%80")]
    [InlineData("value=a=b", "a=b")]
    [InlineData("&&&=&value=x&=&&", "x")]
    [InlineData("=x&value=%0d%0aSet-Cookie:%20a=b", "\r\nSet-Cookie: a=b")]
    [InlineData("va%6Cue=x", "x")]
    public async Task A_query_is_a_text_whatever_is_in_it(string query, string expected)
    {
        var answer = await _client.GetAsync($"/hostile/text?{query}");
        Assert.Equal((200, expected), (answer.Status, answer.Body));
        Assert.DoesNotContain("Set-Cookie", answer.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("%C0%AF", "%00", "a\0b", 400)]
    [InlineData("%C0%AF", "%00", "b", 200)]
    [InlineData("%ED%A0%80", "%ED%A0%80", "\xED\xA0\x80", 400)]
    [InlineData("<script>", "%3Cscript%3E", "<script>", 200)]
    public async Task Any_text_can_be_written_as_JSON(string path, string query, string header, int status)
    {
        var answer = await _client.GetAsync($"/hostile/json/{path}?value={query}", $"X-Value: {header}\r\n");
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, answer.Body.Contains("\"all\":[", StringComparison.Ordinal));
    }

    // As many keys as the server's limit for a request line has room for.
    [Theory]
    [InlineData("a", 4_000)]
    [InlineData("value", 1_300)]
    public async Task Thousands_of_keys_do_no_harm(string key, int count)
    {
        var answer = await _client.GetAsync($"/query/int?{string.Join('&', Enumerable.Repeat(key, count))}");
        Assert.Equal(400, answer.Status);
        Assert.True(answer.IsProblem);
        Assert.InRange(answer.Body.Length, 1, 500);
    }

    [Fact]
    public async Task Keys_that_differ_do_no_harm()
    {
        string keys = string.Join('&', Enumerable.Range(0, 1_400).Select(static i => $"{i:x}"));
        Assert.Equal("7", (await _client.GetAsync($"/query/int?{keys}&value=7")).Body);
    }

    [Theory]
    [InlineData("1e999", 200)]
    [InlineData("-1e999", 200)]
    [InlineData("1e-999", 200)]
    [InlineData("1e99999999999", 200)]
    [InlineData("0x10", 400)]
    [InlineData("NaN", 200)]
    [InlineData("1_000", 400)]
    [InlineData("%D9%A1", 400)]
    [InlineData("1%00", 200)]
    [InlineData("%001", 400)]
    public async Task A_real_number_is_read_or_refused(string number, int status) =>
        Assert.Equal(status, (await _client.GetAsync($"/query/number?value={number}")).Status);
}
