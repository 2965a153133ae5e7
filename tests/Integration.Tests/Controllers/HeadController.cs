using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/head")]
public sealed class HeadController
{
    [HttpGet("/text")]
    public string Text() => "größe";

    [HttpGet("/json")]
    public Point? Json(bool missing = false) => missing ? null : new(1, 2);

    [HttpGet("/own/<id>")]
    public string Get(int id) => $"{id}";

    [HttpHead("/own/<name>")]
    public string Head(string name, HttpResponse response)
    {
        response.Headers["X-Own"] = name;
        return "dropped";
    }

    [HttpGet("/both")]
    [HttpHead("/both")]
    public string Both() => "both";

    [HttpGet("/elsewhere")]
    public string Elsewhere() => "get";

    [HttpGet("/written")]
    public string Written(HttpResponse response)
    {
        response.BodyWriter.Write("first, "u8);
        return "second";
    }
}
