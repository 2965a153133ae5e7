using System.Text;

namespace Upwire.Integration.Tests.Hostile;

/// <summary>Bodies that are said to be JSON.</summary>
public sealed class JsonTests(Running<HostileApp> app) : IClassFixture<Running<HostileApp>>
{
    private readonly HostileClient _client = new(app);

    [Theory]
    [InlineData("/hostile/nest", "{\"inner\":", "null", "}", 60, 200)]
    [InlineData("/hostile/nest", "{\"inner\":", "null", "}", 100, 400)]
    [InlineData("/hostile/nest", "{\"inner\":", "null", "}", 100_000, 400)]
    [InlineData("/hostile/nest", "{\"any\":", "null", "}", 100_000, 400)]
    [InlineData("/hostile/nest", "{\"unknown\":", "null", "}", 100_000, 400)]
    [InlineData("/hostile/element", "[", "", "]", 100_000, 400)]
    [InlineData("/hostile/element", "[", "", "]", 1_000_000, 400)]
    [InlineData("/hostile/words", "[", "", "]", 100_000, 400)]
    [InlineData("/body/array", "[", "", "", 100_000, 400)]
    public async Task Deep_JSON_is_refused(string path, string open, string inside, string close, int depth, int status)
    {
        var answer = await SendAsync(path, $"{Repeat(open, depth)}{inside}{Repeat(close, depth)}");
        Assert.Equal(status, answer.Status);
        Assert.InRange(answer.Body.Length, 1, 1_500);
    }

    // What is too large for a double is infinite, as IEEE 754 says; no other type has a place for it.
    [Theory]
    [InlineData("\"i\": 1e999", 400)]
    [InlineData("\"i\": 1e0", 400)]
    [InlineData("\"i\": 2147483648", 400)]
    [InlineData("\"i\": {0}", 400)]
    [InlineData("\"l\": {0}", 400)]
    [InlineData("\"m\": {0}", 400)]
    [InlineData("\"m\": 1e999", 400)]
    [InlineData("\"m\": 1e-999", 200)]
    [InlineData("\"d\": \"1\"", 200)]
    [InlineData("\"d\": NaN", 400)]
    [InlineData("\"d\": \"Infinity\"", 200)]
    [InlineData("\"d\": -", 400)]
    [InlineData("\"d\": 01", 400)]
    [InlineData("\"d\": 1e-999", 200)]
    [InlineData("\"d\": 1e99999999999", 200)]
    [InlineData("\"d\": 1e999", 200)]
    [InlineData("\"d\": {0}", 200)]
    public async Task A_huge_number_is_read_or_refused(string member, int status)
    {
        var answer = await SendAsync("/hostile/numbers", $"{{{string.Format(null, member, new string('9', 400))}}}");
        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData(@"{""all"": [""\u0000""]}", 200)]
    [InlineData(@"{""all"": [""\ud83d\ude00""]}", 200)]
    [InlineData(@"{""all"": [""\ud800""]}", 400)]
    [InlineData(@"{""all"": [""\udc00\ud800""]}", 400)]
    [InlineData(@"{""all"": [""\ud800x""]}", 400)]
    [InlineData(@"{""all"": [""\u12""]}", 400)]
    [InlineData(@"{""all"": [""\x41""]}", 400)]
    [InlineData(@"{""\ud800"": []}", 400)]
    [InlineData(@"{""all"": [null]}", 200)]
    [InlineData("{\"all\": [\"a\0b\"]}", 400)]
    [InlineData("{\"all\": [\"a\nb\"]}", 400)]
    [InlineData("\0", 400)]
    [InlineData("{}\0", 400)]
    [InlineData("{} {}", 400)]
    [InlineData("{\"all\": [],}", 400)]
    [InlineData("{\"all\": [] /* */}", 400)]
    [InlineData("", 400)]
    [InlineData(" ", 400)]
    public async Task A_text_is_read_or_refused(string body, int status) =>
        Assert.Equal(status, (await SendAsync("/hostile/words", body)).Status);

    [Theory]
    [InlineData(@"{""\ud800"": ""x""}", 400)]
    [InlineData(@"{""\u0000"": ""x""}", 200)]
    [InlineData(@"{"""": null}", 200)]
    [InlineData(@"{""a"": ""x"", ""a"": ""y""}", 200)]
    [InlineData(@"{""$ref"": ""x""}", 200)]
    [InlineData(@"{""a"": ""\udfff""}", 400)]
    public async Task A_name_is_read_or_refused(string body, int status) =>
        Assert.Equal(status, (await SendAsync("/hostile/named", body)).Status);

    public static TheoryData<string, byte[]> NoUtf8 => new()
    {
        { "/hostile/words", Wrap(@"{""all"": [""", [0xC0, 0xAF], @"""]}") },
        { "/hostile/words", Wrap(@"{""all"": [""", [0xED, 0xA0, 0x80], @"""]}") },
        { "/hostile/words", Wrap(@"{""all"": [""", [0xF4, 0x90, 0x80, 0x80], @"""]}") },
        { "/hostile/words", Wrap(@"{""all"": [""", [0xFF], @"""]}") },
        { "/hostile/words", Wrap(@"{""all"": [""", [0xE2, 0x82], @"""]}") },
        { "/hostile/words", Wrap("", [0xC0, 0xBB], "") },
        { "/hostile/named", Wrap(@"{""", [0xC0, 0xAF], @""": ""x""}") },
        { "/hostile/named", Wrap(@"{""", [0xFF, 0xFE], @""": ""x""}") },
        { "/hostile/named", Wrap(@"{""a"": """, [0x80], @"""}") },
    };

    [Theory]
    [MemberData(nameof(NoUtf8))]
    public async Task Bytes_that_are_no_UTF_8_are_refused(string path, byte[] body)
    {
        var answer = await _client.PostAsync(path, body);
        Assert.Equal((400, true), (answer.Status, answer.IsProblem));
    }

    // The serializer does not look into what nobody asked for.
    [Fact]
    public async Task Bytes_that_are_skipped_do_no_harm() =>
        Assert.Equal("Point { X = 1, Y = 0 }", (await _client.PostAsync("/body/required", Wrap(@"{""x"": 1, """, [0xC0, 0xAF], @""": true}"))).Body);

    [Theory]
    [InlineData("utf-7", 415)]
    [InlineData("klingon", 415)]
    [InlineData("\"klingon\"", 415)]
    [InlineData("utf-8-sig", 415)]
    [InlineData("\"\"", 415)]
    [InlineData("utf-32", 400)]
    [InlineData("utf-16", 400)]
    [InlineData("utf-16be", 400)]
    [InlineData("us-ascii", 200)]
    [InlineData("iso-8859-1", 200)]
    [InlineData("\"UTF-8\"", 200)]
    [InlineData("\"us-ascii\"", 200)]
    [InlineData("65000", 415)]
    [InlineData("\0", 400)]
    public async Task A_charset_must_be_the_bodys(string charset, int status)
    {
        var answer = await _client.PostAsync("/hostile/words", """{"all": ["x"]}""", $"application/json; charset={charset}");
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Half_a_character_of_UTF_16_is_refused()
    {
        byte[] body = Encoding.Unicode.GetBytes("""{"all": ["x"]}""");
        Assert.Equal(400, (await _client.PostAsync("/hostile/words", body[..^1], "application/json; charset=utf-16")).Status);
    }

    [Theory]
    [InlineData("""{"all": """)]
    [InlineData("""{"all": ["x" """)]
    [InlineData("""{"all": ["x"]""")]
    [InlineData("""{"all": ["x""")]
    [InlineData("""[{"all": ["x"]}]""")]
    [InlineData("""{"all": {"x": 1}}""")]
    [InlineData("""{"all": 1}""")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("<xml/>")]
    public async Task JSON_of_another_shape_is_refused(string body)
    {
        var answer = await SendAsync("/hostile/words", body);
        Assert.Equal((400, true), (answer.Status, answer.IsProblem));
    }

    private Task<HostileAnswer> SendAsync(string path, string body) =>
        path == "/body/array"
            ? _client.SendAsync($"PATCH {path} HTTP/1.1\r\nHost: {_client.Address.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}")
            : _client.PostAsync(path, body);

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static byte[] Wrap(string before, byte[] bytes, string after) => [.. Encoding.UTF8.GetBytes(before), .. bytes, .. Encoding.UTF8.GetBytes(after)];
}
