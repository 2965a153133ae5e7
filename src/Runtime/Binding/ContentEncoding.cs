using Microsoft.AspNetCore.Http;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>What a body still is where an endpoint reads it. What decompresses bodies takes from the header what it has undone.</summary>
internal static class ContentEncoding
{
    /// <summary>Refuses a body that is compressed, and says by a header what would have been taken (RFC 9110, section 15.5.16).</summary>
    /// <returns>The failure; null for a body that can be read.</returns>
    public static BindingFailure? Refuse(HttpContext context, string name)
    {
        string? encoding = context.Request.Headers.ContentEncoding;
        if (string.IsNullOrEmpty(encoding) || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        context.Response.Headers.AcceptEncoding = "identity";
        return BindingFailure.EncodedBody(name, encoding);
    }
}
