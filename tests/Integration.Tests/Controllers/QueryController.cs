namespace Upwire.Integration.Tests.Controllers;

[Route("/query")]
public static class QueryController
{
    [HttpGet("/int")]
    public static string Number(int value) => $"{value}";

    [HttpGet("/nullable")]
    public static string Nullable(int? value) => value?.ToString() ?? "null";

    [HttpGet("/default")]
    public static string Default(int value = 7) => $"{value}";

    [HttpGet("/string")]
    public static string Text(string value) => $"'{value}'";

    [HttpGet("/nullable-string")]
    public static string NullableText(string? value) => value is null ? "null" : $"'{value}'";

    [HttpGet("/enum")]
    public static string Enum(Color value) => $"{value}";

    [HttpGet("/default-enum")]
    public static string DefaultEnum(Color value = Color.Green) => $"{value}";

    [HttpGet("/guid")]
    public static string Uuid(Guid value) => $"{value}";

    [HttpGet("/date")]
    public static string Date(DateOnly value) => $"{value:yyyy-MM-dd}";

    [HttpGet("/number")]
    public static string Real(double value) => $"{value}";

    [HttpGet("/bool")]
    public static string Bool(bool value) => value ? "yes" : "no";

    [HttpGet("/renamed")]
    public static string Renamed([FromQuery(Name = "max-size")] int maxSize) => $"{maxSize}";

    [HttpGet("/mvc-renamed")]
    public static string MvcRenamed([Microsoft.AspNetCore.Mvc.FromQuery(Name = "max-size")] int maxSize) => $"{maxSize}";
}
