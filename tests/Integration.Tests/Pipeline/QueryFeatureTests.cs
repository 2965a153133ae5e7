using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>A middleware may say what the query string holds: parameters are bound from what it says.</summary>
public sealed class QueryFeatureTests(QueryFeatureTests.App app) : IClassFixture<QueryFeatureTests.App>
{
    [Theory]
    [InlineData("/query/int?value=1", "1")]
    [InlineData("/query/int?value=1&read", "1")]
    [InlineData("/query/int?value=1&set", "7")]
    [InlineData("/query/int?set", "7")]
    [InlineData("/query/nullable?value=1&clear", "null")]
    public async Task What_a_middleware_sets_binds(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync(path, TestContext.Current.CancellationToken));

    public sealed class App : UpwireApp
    {
        protected override void Configure(WebApplication app)
        {
            app.Use((context, next) =>
            {
                string query = context.Request.QueryString.Value ?? "";
                if (query.EndsWith("read", StringComparison.Ordinal))
                {
                    _ = context.Request.Query.Count;
                }
                else if (query.EndsWith("set", StringComparison.Ordinal))
                {
                    context.Request.Query = new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["value"] = "7" });
                }
                else if (query.EndsWith("clear", StringComparison.Ordinal))
                {
                    context.Request.QueryString = default;
                }

                return next(context);
            });
            base.Configure(app);
        }
    }
}
