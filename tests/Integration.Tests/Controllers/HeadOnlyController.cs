using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

public static class HeadOnlyController
{
    [HttpHead("/head/elsewhere")]
    public static void Head(HttpResponse response) => response.Headers["X-Own"] = "elsewhere";
}
