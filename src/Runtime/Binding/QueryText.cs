using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Upwire;

/// <summary>Finds one value in the query string, without a dictionary of all of them for each request.</summary>
internal static class QueryText
{
    // Looked through once for each parameter: a hostile request must not make that expensive.
    private const int LongestSearched = 512;

    public static string? Find(HttpContext context, string name)
    {
        // Where the values are at hand already, somebody may have changed them.
        string query = context.Request.QueryString.Value ?? "";
        if (query.Length > LongestSearched || context.Features.Get<IQueryFeature>() is not null)
        {
            return context.Request.Query[name];
        }

        string? found = null;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (pair.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    // Several values are joined as ASP.NET Core joins them.
                    return context.Request.Query[name];
                }

                found = pair.DecodeValue().ToString();
            }
        }

        return found;
    }
}
