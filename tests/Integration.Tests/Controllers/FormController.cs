using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>What the form that a body is makes.</summary>
[Route("/form")]
[RequireAntiforgeryToken(required: false)]
public static class FormController
{
    [HttpPost("/fields")]
    public static string Fields([FromForm] string name, [FromForm] int age, [FromForm(Name = "e-mail")] string? mail, [FromForm] int size = 3) =>
        $"{name} {age} {mail ?? "null"} {size}";

    [HttpPost("/array")]
    public static string Array([FromForm] int[] ids) => string.Join(',', ids);

    [HttpPost("/optional")]
    public static string Optional([FromForm] string? name) => name ?? "null";

    [HttpPost("/whole")]
    public static string Whole(IFormCollection form) => string.Join(' ', form.Keys.Order().Select(key => $"{key}={form[key]}"));

    [HttpPost("/whole-or-none")]
    public static string WholeOrNone(IFormCollection? form) => form is null ? "null" : $"{form.Count}";

    [HttpPost("/file")]
    public static async Task<string> File(IFormFile file, [FromForm] string? title)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.FileName} {title ?? "null"} {await reader.ReadToEndAsync()}";
    }

    [HttpPost("/file-or-none")]
    public static string FileOrNone(IFormFile? file) => file?.FileName ?? "null";

    [HttpPost("/named-file")]
    public static string NamedFile([FromForm(Name = "picture")] IFormFile file) => file.FileName;

    [HttpPost("/files")]
    public static string Files(IFormFileCollection files) => string.Join(',', files.Select(file => file.FileName));

    [HttpPost("/some-files")]
    public static string SomeFiles(IReadOnlyList<IFormFile> pictures, IFormFile[] others) =>
        $"{string.Join(',', pictures.Select(file => file.FileName))} {string.Join(',', others.Select(file => file.FileName))}";

    [HttpPost("/object")]
    public static Todo FromFields([FromForm] Todo todo) => todo;

    [HttpPost("/objects")]
    public static string Objects([FromForm] List<Todo> todos) => string.Join(',', todos.Select(todo => todo.Title));

    [HttpPost("/with-file")]
    public static string WithFile([FromForm] Picture picture) => $"{picture.Title} {picture.File.FileName} {picture.More?.Count ?? 0}";

    [HttpPost("/tree")]
    public static string Tree([FromForm] QueryObjectController.Node node) => node.ToString();

    [HttpPut("/put")]
    public static string Put([FromForm] string name) => name;

    [HttpGet("/get")]
    public static string Get([FromForm] string? name) => name ?? "null";

    public sealed class Todo
    {
        public required string Title { get; set; }

        public bool IsDone { get; set; }

        public DateOnly? Due { get; set; }

        public Address? Address { get; set; }

        public List<Item> Items { get; set; } = [];

        public Dictionary<string, string> Labels { get; set; } = [];
    }

    public sealed record Address(string Street, int Number);

    public sealed record Item(string Name, int Count = 1);

    public sealed record Picture(string Title, IFormFile File, List<IFormFile>? More);
}
