using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Endpoints of every kind that a description tells apart.</summary>
[Route("/described")]
[Tags("described")]
public sealed class OpenApiController
{
    /// <summary>Finds a point.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="fields">What to show of it.</param>
    /// <param name="page">Where to begin.</param>
    /// <param name="color">Its color.</param>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="userAgent">By what.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <returns>The point.</returns>
    [HttpGet("/points/<id:int:min(1)>")]
    [EndpointName("FindPoint")]
    public Point? Find(int id, string? fields, Color color, [FromHeader(Name = "X-Tenant")] string tenant, [FromHeader] string? userAgent, int[] sizes, int page = 1) => id > 0 && fields != tenant + userAgent + sizes.Length ? new(id, page + (int)color) : null;

    [HttpPost("/points")]
    [EndpointSummary("Adds a point")]
    public Created<Point> Add(Point point) => TypedResults.Created("/", point);

    [HttpPut("/points")]
    public Results<NoContent, NotFound> Replace(Point? point) => point is null ? TypedResults.NotFound() : TypedResults.NoContent();

    [HttpGet("/text")]
    public string Text(IGreeter greeter, HttpContext context, CancellationToken stop) => stop.IsCancellationRequested ? context.TraceIdentifier : greeter.Greet("you");

    [HttpGet("/text-or-404")]
    public string? TextOrNot() => null;

    [HttpDelete("/all")]
    public Task Clear() => Task.CompletedTask;

    [HttpGet("/anything")]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public IResult Anything() => Results.Accepted();

    [HttpPost("/uploads")]
    public string Upload(IFormFile file, IReadOnlyList<IFormFile> more, [FromForm] string title, [FromForm] int? size) => file.FileName + title + size + more.Count;

    [HttpPost("/forms")]
    public string Send([FromForm] Letter letter) => letter.Text;

    [HttpGet("/letters/<id:int:min(1)>")]
    public string List([AsParameters] LetterQuery query) => query.Text + query.Id + query.Page + query.Tenant;

    [HttpGet("/search")]
    public string Search([FromQuery] LetterFilter filter) => filter.Text + filter.Sizes.Count + filter.Range?.From;

    [HttpGet("/values")]
    public string Values(Color? color, Color[] colors, DayOfWeek?[] days, Guid id, DateOnly? day, StringValues words, Uri link, Percentage part, int?[] numbers) => $"{color}{colors.Length}{days.Length}{id}{day}{words}{link}{part}{numbers.Length}";

    [HttpPost("/orders")]
    public string Order([FromForm] Order order) => $"{order.Lines.Count}";

    [HttpPost("/lists")]
    public string Lists([FromForm] List<int> sizes, [FromForm] Dictionary<string, OrderLine>? lines, IFormFileCollection files) => $"{sizes.Count}{lines?.Count}{files.Count}";

    [HttpPost("/form")]
    public string Form(IFormCollection form) => $"{form.Count}";

    [HttpGet("/bytes")]
    public byte[] Bytes() => [];

    [HttpGet("/sequence")]
    public IAsyncEnumerable<Point> Sequence() => AsyncEnumerable.Empty<Point>();

    [HttpGet("/events")]
    public IAsyncEnumerable<SseItem<Point>> Events() => AsyncEnumerable.Empty<SseItem<Point>>();

    [WebSocket("/text")]
    public Task Talk(WebSocketConnection socket) => socket.CloseAsync();

    /// <param name="Id">Which one.</param>
    /// <param name="Text">What is in it.</param>
    /// <param name="Tenant">Whose it is.</param>
    /// <param name="Page">Where to begin.</param>
    public sealed record LetterQuery(int Id, string? Text, [FromHeader(Name = "X-Tenant")] string Tenant, int Page = 1);

    public sealed record Letter(string Text, IFormFile? Attached, int Copies = 1);

    public sealed class LetterFilter
    {
        /// <summary>What is in it.</summary>
        public required string Text { get; init; }

        public List<int> Sizes { get; init; } = [];

        public LetterRange? Range { get; set; }
    }

    public sealed record LetterRange(int From, int To = 10);
}
