using System.Globalization;
using System.Net;
using System.Numerics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Differences;

/// <summary>Parameters of every source but the body, as both frameworks take them.</summary>
[Route("/pairs")]
public static class BindingPairs
{
    [HttpGet("/string")]
    public static string AString(string value) => $"'{value}'";

    [HttpGet("/string-nullable")]
    public static string StringNullable(string? value) => value is null ? "null" : $"'{value}'";

    [HttpGet("/string-default")]
    public static string StringDefault(string value = "it's \"so\"\n{0}") => value;

    [HttpGet("/int")]
    public static int AInt(int value) => value;

    [HttpGet("/int-nullable")]
    public static int IntNullable(int? value) => value ?? -1;

    [HttpGet("/int-default")]
    public static int IntDefault(int value = -7) => value;

    [HttpGet("/long")]
    public static long ALong(long value) => value;

    [HttpGet("/byte")]
    public static byte Byte(byte value) => value;

    [HttpGet("/double")]
    public static string ADouble(double value) => value.ToString(CultureInfo.InvariantCulture);

    [HttpGet("/double-default")]
    public static string DoubleDefault(double value = double.NegativeInfinity) => value.ToString(CultureInfo.InvariantCulture);

    [HttpGet("/decimal")]
    public static decimal ADecimal(decimal value) => value;

    [HttpGet("/decimal-default")]
    public static decimal DecimalDefault(decimal value = 1.10m) => value;

    [HttpGet("/bool")]
    public static bool Bool(bool value) => value;

    [HttpGet("/char")]
    public static string AChar(char value) => $"'{value}'";

    [HttpGet("/guid")]
    public static Guid AGuid(Guid value) => value;

    [HttpGet("/date")]
    public static DateOnly Date(DateOnly value) => value;

    [HttpGet("/time")]
    public static TimeOnly Time(TimeOnly value) => value;

    [HttpGet("/duration")]
    public static TimeSpan Duration(TimeSpan value) => value;

    [HttpGet("/offset")]
    public static string Offset(DateTimeOffset value) => value.ToString("O", CultureInfo.InvariantCulture);

    [HttpGet("/moment")]
    public static string Moment(DateTime value) => $"{value.ToString("O", CultureInfo.InvariantCulture)} {value.Kind}";

    [HttpGet("/big")]
    public static string Big(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    [HttpGet("/uri")]
    public static string Where(Uri value) => $"{value.IsAbsoluteUri} {value.OriginalString}";

    [HttpGet("/uris")]
    public static string Wheres(Uri[] value) => string.Join<Uri>(',', value);

    [HttpGet("/address")]
    public static string Address(IPAddress value) => value.ToString();

    [HttpGet("/color")]
    public static string Color(Color value) => value.ToString();

    [HttpGet("/color-nullable")]
    public static string ColorNullable(Color? value) => value?.ToString() ?? "null";

    [HttpGet("/color-default")]
    public static string ColorDefault(Color value = Controllers.Color.Green) => value.ToString();

    [HttpGet("/named")]
    public static string Named([FromQuery(Name = "max-size")] int size, [FromQuery(Name = "q")] string? text) => $"{size} '{text}'";

    [HttpGet("/two")]
    public static string Two(int x, int y) => $"{x} {y}";

    [HttpGet("/route/{id:int}")]
    public static int Route(int id) => id;

    [HttpGet("/route-text/{text}")]
    public static string RouteText(string text) => $"'{text}'";

    [HttpGet("/route-guid/{id}")]
    public static Guid RouteGuid(Guid id) => id;

    [HttpGet("/route-optional/{id?}")]
    public static string RouteOptional(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "null";

    [HttpGet("/route-default/{page=5}")]
    public static int RouteDefault(int page) => page;

    [HttpGet("/route-rest/{*rest}")]
    public static string RouteRest(string? rest) => rest is null ? "null" : $"'{rest}'";

    [HttpGet("/route-file/{name}.{extension}")]
    public static string RouteFile(string name, string extension) => $"{name} {extension}";

    [HttpGet("/route-keyword/{class}/{event}")]
    public static string RouteKeyword(string @class, int @event) => $"{@class} {@event}";

    [HttpGet("/header")]
    public static string Header([FromHeader(Name = "X-Number")] int number, [FromHeader(Name = "x-text")] string text) => $"{number} {text}";

    [HttpGet("/header-absent")]
    public static string HeaderAbsent([FromHeader(Name = "X-Absent")] string? absent) => absent ?? "null";

    [HttpGet("/header-required")]
    public static string HeaderRequired([FromHeader(Name = "X-Absent")] string absent) => absent;

    [HttpGet("/header-named")]
    public static string HeaderNamed([FromHeader] string? xText) => xText ?? "null";

    [HttpGet("/array")]
    public static string Array(int[] value) => string.Join(' ', value);

    [HttpPost("/array")]
    public static string ArrayOnPost(string[] value) => string.Join(' ', value);

    [HttpGet("/array-nullable")]
    public static string ArrayNullable(int?[] value) => string.Join(' ', value.Select(one => one?.ToString(CultureInfo.InvariantCulture) ?? "null"));

    [HttpGet("/values")]
    public static string Values(StringValues value) => $"{value.Count} {value}";

    [HttpGet("/service")]
    public static string Service(IGreeter greeter, string name) => greeter.Greet(name);

    [HttpGet("/service-explicit")]
    public static string ServiceExplicit([FromServices] IGreeter greeter) => greeter.Greet("you");

    [HttpGet("/special")]
    public static string Special(HttpContext context, HttpRequest request, HttpResponse response, ClaimsPrincipal user, CancellationToken stop) =>
        $"{context.Request == request} {context.Response == response} {context.User == user} {context.RequestAborted == stop}";
}
