using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Types that bind themselves, and parsers that the project declares.</summary>
[Route("/custom")]
public static class CustomController
{
    [HttpGet("/class")]
    public static string Class(Tenant tenant) => tenant.Name;

    [HttpGet("/optional")]
    public static string Optional(Tenant? tenant) => tenant?.Name ?? "null";

    [HttpGet("/struct")]
    public static string Struct(Cursor cursor) => $"{cursor.Offset}";

    [HttpGet("/optional-struct")]
    public static string OptionalStruct(Cursor? cursor) => cursor is { } value ? $"{value.Offset}" : "null";

    [HttpGet("/interface")]
    public static string Interface(Caller caller) => caller.Text;

    [HttpGet("/part")]
    public static string Part([AsParameters] Parts parts) => $"{parts.Caller.Text} {parts.Tenant.Name}";

    [HttpGet("/route/<tenant>")]
    public static string Route(Tenant tenant) => tenant.Name;

    [HttpGet("/zone/<zone>")]
    public static string Zone(TimeZoneInfo zone) => zone.BaseUtcOffset.ToString();

    [HttpGet("/zones")]
    public static string Zones(TimeZoneInfo[] zones, TimeZoneInfo? other) => $"{zones.Length} {other?.Id ?? "null"}";

    public sealed record Tenant(string Name)
    {
        public static ValueTask<Tenant?> BindAsync(HttpContext context)
        {
            string? name = (string?)context.Request.RouteValues["tenant"] ?? context.Request.Headers["X-Tenant"];
            return new(name is null ? null : new Tenant(name));
        }
    }

    public readonly record struct Cursor(int Offset)
    {
        public static ValueTask<Cursor?> BindAsync(HttpContext context, ParameterInfo parameter) =>
            new(int.TryParse(context.Request.Query[parameter.Name!], out int offset) ? new Cursor(offset) : null);
    }

    public sealed record Caller(string Text) : IBindableFromHttpContext<Caller>
    {
        static async ValueTask<Caller?> IBindableFromHttpContext<Caller>.BindAsync(HttpContext context, ParameterInfo parameter)
        {
            await Task.Yield();
            return new Caller($"{parameter.Name}:{parameter.ParameterType.Name}:{context.Request.Method}");
        }
    }

    public sealed record Parts(Caller Caller, Tenant Tenant);
}
