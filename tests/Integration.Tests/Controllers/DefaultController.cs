using System.Globalization;

namespace Upwire.Integration.Tests.Controllers;

[Route("/defaults")]
public static class DefaultController
{
    [HttpGet("/numbers")]
    public static string Numbers(
        decimal a = -1.50m,
        double b = double.NaN,
        float c = float.NegativeInfinity,
        long d = long.MinValue,
        sbyte e = -1,
        double f = -0.0) =>
        string.Create(CultureInfo.InvariantCulture, $"{a} {b} {c} {d} {e} {double.IsNegative(f)}");

#pragma warning disable UPW0024 // Every kind of constant is tried here.
    [HttpGet("/others")]
    public static string Others(char a = '\'', string b = "q\"u\\o\n{0}", Color c = (Color)99, Guid d = default, Color? e = Color.Green, string f = null!) =>
        $"{a} {b} {c} {d} {e} {f is null}";
#pragma warning restore UPW0024
}
