namespace Upwire.Integration.Tests.Routing;

public sealed class EncodingTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/templates/one/%00")]
    [InlineData("/templates/one/%zz")]
    [InlineData("/templates/one/%ff")]
    [InlineData("/templates/one/a%2fb")]
    public async Task Odd_encodings_in_the_path_do_no_harm(string path)
    {
        string answer = await app.SendRawAsync($"GET {path} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (200|400) ", answer);
        Assert.Empty(await app.TakeFailuresAsync());
    }
}
