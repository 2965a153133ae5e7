using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Controllers;

[Route("/services")]
public sealed class ServiceController(IGreeter greeter, [FromKeyedServices("loud")] IGreeter loud, IAbsentService? absent = null)
{
    [HttpGet("/constructor")]
    public string Constructor() => $"{greeter.Greet("a")}; {loud.Greet("b")}; {absent is null}";

    [HttpGet("/parameter")]
    public static string Parameter(IGreeter greeter) => greeter.Greet("c");

    [HttpGet("/keyed")]
    public static string Keyed([FromKeyedServices("loud")] IGreeter greeter) => greeter.Greet("d");

    [HttpGet("/optional")]
    public static string Optional(IAbsentService? absent) => $"{absent is null}";

    [HttpGet("/class")]
    public static string Class([FromServices] Greeter greeter) => greeter.Greet("e");

    [HttpGet("/missing")]
    public static string Missing(IAbsentService absent) => $"{absent}";
}
