using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Forms whose anti-forgery tokens are checked, as they are without an attribute.</summary>
[Route("/guarded")]
public static class GuardedFormController
{
    [HttpPost("/field")]
    public static string Field([FromForm] string name) => name;

    [HttpPost("/file")]
    public static string File(IFormFile file) => file.FileName;

    [HttpPost("/parts")]
    public static string Parts([AsParameters] FormParts parts) => parts.Name;

    [HttpPost("/free")]
    [RequireAntiforgeryToken(required: false)]
    public static string Free([FromForm] string name) => name;

    [HttpPost("/json")]
    public static string Json(Point point) => $"{point.X}";

    public sealed record FormParts([FromForm] string Name);
}
