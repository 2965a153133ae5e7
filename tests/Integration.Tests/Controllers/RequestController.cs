using System.IO.Pipelines;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/request")]
public sealed class RequestController
{
    [HttpGet("/context")]
    public string Context(HttpContext context) => context.Request.Path;

    [HttpGet("/parts")]
    public string Parts(HttpRequest request, HttpResponse response, ClaimsPrincipal user, CancellationToken stop)
    {
        response.Headers["X-Seen"] = $"{ReferenceEquals(user, request.HttpContext.User)} {stop == request.HttpContext.RequestAborted}";
        return request.Method;
    }

    [HttpPost("/stream")]
    public async Task<string> Stream(Stream body)
    {
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync();
    }

    [HttpPost("/pipe")]
    public async Task<string> Pipe(PipeReader body)
    {
        var read = await body.ReadAtLeastAsync(1_000_000);
        long length = read.Buffer.Length;
        body.AdvanceTo(read.Buffer.End);
        return $"{length} bytes";
    }
}
