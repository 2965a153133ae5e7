namespace Upwire.Integration.Tests.Controllers;

[Route("/verbs")]
public sealed class VerbController
{
    [HttpGet]
    public string Get() => "get";

    [HttpPost]
    public string Post() => "post";

    [HttpPut]
    public string Put() => "put";

    [HttpPatch]
    public string Patch() => "patch";

    [HttpDelete]
    public string Delete() => "delete";

    [HttpOptions]
    public string Options() => "options";

    [HttpMethod("PROPFIND")]
    [HttpMethod("M-SEARCH", "/search")]
    public string Find() => "found";

    [HttpMethod("post", "/lower")]
    public string Lower(Point point) => $"lower {point.X}";

    [HttpPut("/both")]
    [HttpPost("/both")]
    [HttpPost("/other")]
    public string Both() => "both";

    [HttpGet("overload")]
    public string Overload() => "none";

    [HttpGet("overload/<text>")]
    public string Overload(string text) => text;

    [HttpGet("~/alone")]
    public string Alone() => "alone";
}
