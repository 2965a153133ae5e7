namespace Upwire.Integration.Tests.Binding;

public sealed class RequestPartTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Fact]
    public async Task The_context_is_the_requests() =>
        Assert.Equal("/request/context", await app.Client.GetStringAsync("/request/context", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Its_parts_are_the_requests()
    {
        using var response = await app.Client.GetAsync("/request/parts", TestContext.Current.CancellationToken);
        Assert.Equal("GET", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["True True"], response.Headers.GetValues("X-Seen"));
    }

    [Theory]
    [InlineData("/request/stream", "some bytes")]
    [InlineData("/request/pipe", "10 bytes")]
    public async Task The_body_comes_as_it_is(string path, string expected)
    {
        using var content = new StringContent("some bytes");
        using var response = await app.Client.PostAsync(path, content, TestContext.Current.CancellationToken);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
