using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with a middleware that changes the query string, as the query string asks.</summary>
public sealed class QuerySettingApp : AppDefinition
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
                context.Request.Query = new QueryCollection(new Dictionary<string, StringValues> { ["value"] = "7" });
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
