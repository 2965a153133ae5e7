using Microsoft.AspNetCore.Mvc;
using HttpGetAttribute = Upwire.HttpGetAttribute;

public sealed class Rooms
{
    [HttpGet("/rooms")]
    public IActionResult List() => new OkResult();
    // UPW0031: 'List' cannot be an endpoint's handler: it returns MVC's 'IActionResult'; return an IResult or the value itself

    [HttpGet("/halls")]
    public Span<byte> Halls() => default;
    // UPW0031: 'Halls' cannot be an endpoint's handler: it returns the ref struct 'Span<byte>'
}
