using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

// The attribute of the base class holds here too.
[Tags("admin")]
public sealed class AdminController : AuthorizedArea
{
    [HttpGet("/admin")]
    public string Get() => "admin";
}
