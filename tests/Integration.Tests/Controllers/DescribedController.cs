namespace Upwire.Integration.Tests.Controllers;

[Answers(203, "text/x-class")]
public static class DescribedController
{
    [HttpGet("/described"), Answers(204, "text/x-method")]
    public static Described Get() => new(1);
}
