namespace Upwire.Integration.Tests.Binding;

public sealed class DefaultTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/numbers", "-1.50 NaN -Infinity -9223372036854775808 -1 True")]
    [InlineData("/numbers?a=2&f=0", "2 NaN -Infinity -9223372036854775808 -1 False")]
    [InlineData("/others", "' q\"u\\o\n{0} 99 00000000-0000-0000-0000-000000000000 Green True")]
    [InlineData("/others?a=x&e=red", "x q\"u\\o\n{0} 99 00000000-0000-0000-0000-000000000000 Red True")]
    public async Task A_default_of_every_kind_is_the_one_that_is_written(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/defaults{path}", TestContext.Current.CancellationToken));
}
