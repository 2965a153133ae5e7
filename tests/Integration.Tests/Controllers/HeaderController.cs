namespace Upwire.Integration.Tests.Controllers;

[Route("/headers")]
public sealed class HeaderController
{
    [HttpGet("/required")]
    public string Required([FromHeader(Name = "X-Count")] int count) => $"{count}";

    [HttpGet("/optional")]
    public string Optional([FromHeader(Name = "X-Count")] int? count) => count?.ToString() ?? "null";

    [HttpGet("/text")]
    public string Text([FromHeader] string traceparent) => traceparent;

    [HttpGet("/convention")]
    public string Convention([FromHeader] string ifNoneMatch) => ifNoneMatch;
}
