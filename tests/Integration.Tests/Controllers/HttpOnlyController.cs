using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

public sealed class HttpOnlyController
{
    private static int _calls;

    [HttpGet("/http-only")]
    public int Get(HttpResponse response)
    {
        response.Headers["X-Called"] = "yes";
        return Interlocked.Increment(ref _calls);
    }
}
