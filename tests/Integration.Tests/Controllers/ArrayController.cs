using System.Net;
using Microsoft.Extensions.Primitives;

namespace Upwire.Integration.Tests.Controllers;

[Route("/arrays")]
public static class ArrayController
{
    [HttpGet("/ints"), HttpPost("/ints")]
    public static string Numbers(int[] value) => Show(value);

    [HttpGet("/nullable-ints")]
    public static string NullableNumbers(int?[] value) => Show(value);

    [HttpGet("/strings")]
    public static string Texts(string[] value) => Show(value);

    [HttpGet("/nullable-strings")]
    public static string NullableTexts(string?[]? value) => Show(value);

    [HttpGet("/enums")]
    public static string Enums([FromQuery(Name = "color")] Color[] value) => Show(value);

    [HttpGet("/addresses")]
    public static string Addresses(IPAddress?[] value) => Show(value);

    [HttpGet("/nullable")]
    public static string Nullable(int[]? value) => Show(value);

    [HttpGet("/null")]
    public static string Null(int[] value = null!) => Show(value);

    [HttpGet("/values")]
    public static string Values(StringValues value) => Show(value.ToArray());

    [HttpGet("/nullable-values")]
    public static string NullableValues(StringValues? value) => Show(value?.ToArray());

    [HttpGet("/header")]
    public static string Header([FromHeader(Name = "X-Value")] int[] value) => Show(value);

    [HttpGet("/header-values")]
    public static string HeaderValues([FromHeader(Name = "X-Value")] StringValues value) => Show(value.ToArray());

    private static string Show<T>(T[]? values) =>
        values is null ? "null" : $"[{string.Join('|', values.Select(static value => value is null ? "null" : $"{value}"))}]";
}
