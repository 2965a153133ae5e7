namespace Upwire.Integration.Tests.Controllers;

[Route("/try-parse")]
public static class TryParseController
{
    [HttpGet("/class/<value>")]
    public static string Class(RoomCode value) => $"{value}";

    [HttpGet("/struct")]
    public static string Struct(Percentage value) => $"{value.Value}";

    [HttpGet("/nullable-struct")]
    public static string NullableStruct(Percentage? value) => value is null ? "null" : $"{value.Value.Value}";

    [HttpGet("/array")]
    public static string Array(RoomCode?[] value, Percentage[]? other) =>
        string.Join('|', value.Select(static code => code?.ToString() ?? "null")) + (other is null ? "" : $" {other.Length}");
}
