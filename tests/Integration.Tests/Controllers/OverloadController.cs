namespace Upwire.Integration.Tests.Controllers;

/// <summary>Methods of one name, here and in the base class, of which a native binary has to find the right ones.</summary>
[Route("/overloads")]
public sealed class OverloadController : OverloadBase
{
    [HttpGet("/one")]
    public string Get(int number) => $"number {number}";

    [HttpGet("/two")]
    public string Get(string text) => $"text {text}";

    [HttpGet("/hidden")]
    public static string Equals(int left, int right) => $"{left == right}";
}

public abstract class OverloadBase
{
    public string Get() => "base";
}
