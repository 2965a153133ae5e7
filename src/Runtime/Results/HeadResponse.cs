using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Upwire;

/// <summary>Answers HEAD as GET is answered, without the content (RFC 9110, section 9.3.2), also on servers that do not drop it themselves.</summary>
internal static class HeadResponse
{
    /// <summary>Drops the content of what a handler answers to HEAD.</summary>
    public static RequestDelegate WithoutBody(RequestDelegate handler) =>
        context => HttpMethods.IsHead(context.Request.Method) ? RunAsync(context, handler) : handler(context);

    private static async Task RunAsync(HttpContext context, RequestDelegate handler)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var discarding = new StreamResponseBodyFeature(new DiscardedBody(body), body);
        context.Features.Set<IHttpResponseBodyFeature>(discarding);
        try
        {
            await handler(context);
        }
        finally
        {
            context.Features.Set(body);
        }
    }
}
