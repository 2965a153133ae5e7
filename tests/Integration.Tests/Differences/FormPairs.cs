using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Differences;

/// <summary>Forms, what is taken apart, and what binds itself, as both frameworks take them.</summary>
[Route("/pairs-form")]
public static class FormPairs
{
    [HttpPost("/fields")]
    [RequireAntiforgeryToken(required: false)]
    public static string Fields([FromForm] string name, [FromForm] int? age, [FromForm(Name = "e-mail")] string mail = "none") => $"{name} {age} {mail}";

    [HttpPost("/array")]
    [RequireAntiforgeryToken(required: false)]
    public static string Array([FromForm] int[] ids) => string.Join(',', ids);

    [HttpPost("/whole")]
    [RequireAntiforgeryToken(required: false)]
    public static string Whole(IFormCollection form) => string.Join(' ', form.Keys.Order().Select(key => $"{key}={form[key]}"));

    [HttpPost("/file")]
    [RequireAntiforgeryToken(required: false)]
    public static string File(IFormFile file) => $"{file.FileName} {file.Length}";

    [HttpPost("/files")]
    [RequireAntiforgeryToken(required: false)]
    public static string Files(IFormFileCollection files) => string.Join(',', files.Select(static file => file.FileName));

    [HttpPost("/object")]
    [RequireAntiforgeryToken(required: false)]
    public static string Make([FromForm] Letter letter) => letter.ToString();

    [HttpPost("/labels")]
    [RequireAntiforgeryToken(required: false)]
    public static string Labels([FromForm] Dictionary<string, int> labels) => string.Join(' ', labels.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key}={pair.Value}"));

    [HttpGet("/composite/{id:int}")]
    public static string Composite([AsParameters] Parts parts) => $"{parts.Id} {parts.Text} {parts.Page} {parts.Greeter.Greet("you")}";

    [HttpGet("/composite-class")]
    public static string CompositeClass([AsParameters] Settings settings) => $"{settings.Name} {settings.Count} {settings.Note}";

    [HttpGet("/custom")]
    public static string Custom(Cursor cursor) => $"{cursor.Offset}";

    [HttpGet("/custom-optional")]
    public static string CustomOptional(Cursor? cursor) => $"{cursor?.Offset}";

    public sealed record Parts(int Id, string? Text, IGreeter Greeter, int Page = 1);

    public sealed class Settings
    {
        public string Name { get; set; } = "";

        public int Count { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Letter
    {
        public string Text { get; set; } = "nothing";

        public bool IsUrgent { get; set; }

        public Address? To { get; set; }

        public List<Address> Copies { get; set; } = [];

        public override string ToString() => $"{Text} {IsUrgent} {To} {string.Join(' ', Copies ?? [])}";
    }

    public sealed class Address
    {
        public string Street { get; set; } = "";

        public int Number { get; set; }

        public override string ToString() => $"{Street} {Number}";
    }

    public sealed record Cursor(int Offset)
    {
        public static ValueTask<Cursor?> BindAsync(HttpContext context, ParameterInfo parameter) =>
            new(int.TryParse(context.Request.Query[parameter.Name!], out int offset) ? new Cursor(offset) : null);
    }
}
