namespace Upwire.Integration.Tests.Pipeline;

/// <summary>A middleware may say what the query string holds: parameters are bound from what it says.</summary>
public sealed class QueryFeatureTests(Running<QuerySettingApp> app) : IClassFixture<Running<QuerySettingApp>>
{
    [Theory]
    [InlineData("/query/int?value=1", "1")]
    [InlineData("/query/int?value=1&read", "1")]
    [InlineData("/query/int?value=1&set", "7")]
    [InlineData("/query/int?set", "7")]
    [InlineData("/query/nullable?value=1&clear", "null")]
    public async Task What_a_middleware_sets_binds(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
}
