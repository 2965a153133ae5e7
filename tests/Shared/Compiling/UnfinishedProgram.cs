using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Tests;

/// <summary>A program with endpoints of many kinds, and what is left of it while somebody writes it.</summary>
internal static class UnfinishedProgram
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Upwire;

        namespace Shop;

        public interface IStore { Task<Room?> FindAsync(int id); }

        public sealed record Room(int Id, string Name);

        public sealed record Paging(int Size, int Page = 1);

        public sealed class Search
        {
            public string? Text { get; init; }
            public List<int> Floors { get; set; } = [];
        }

        public readonly record struct Key(int Value)
        {
            public static bool TryParse(string text, out Key key) { key = default; return true; }
        }

        public sealed class MarkAttribute(params Type[] types) : Attribute { public Type[] Types => types; public DayOfWeek Day { get; set; } }

        public sealed class Slow : IEndpointFilter
        {
            public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context);
        }

        [Route("/rooms"), Authorize("staff")]
        public sealed class Rooms(IStore store) : IDisposable
        {
            [HttpGet("/<id:int>"), Filter<Slow>, Mark(typeof(Room), typeof(List<>), Day = DayOfWeek.Friday)]
            public async Task<Results<Ok<Room>, NotFound>> Get(int id) => await store.FindAsync(id) is { } room ? TypedResults.Ok(room) : TypedResults.NotFound();

            [HttpPost]
            public Room? Add(Room room, [FromHeader] string? userAgent, [FromQuery("k")] Key[] keys) => room;

            [HttpGet("/find")]
            public static IAsyncEnumerable<Room>? Find([AsParameters] Paging paging, [FromQuery] Search search) => null;

            [HttpPut("/<id>")]
            public string Put(long id, [FromForm] Search search, IFormFile file) => $"{id}";

            [WebSocket("/<id>", SubProtocols = ["a", "b"], Verify = nameof(Verify))]
            public Room Talk(Key id, [FromMessage] Room room, WebSocketConnection connection) => room;

            public bool Verify(HttpContext context) => true;

            public void Dispose() { }
        }
        """;

    /// <summary>The program without one of its tokens.</summary>
    /// <param name="each">Which of them a suite has time for. All of them: UPWIRE_FUZZ=1.</param>
    public static IEnumerable<(string Edit, string Source)> WithoutTokens(int each) => Tokens()
        .Where((_, index) => index % each == 0 || Environment.GetEnvironmentVariable("UPWIRE_FUZZ") is { Length: > 0 })
        .Select(static token => ($"without '{token}' in '{token.Parent}'", Source.Remove(token.SpanStart, token.Span.Length)));

    /// <summary>The program with a name that nobody knows.</summary>
    public static IEnumerable<(string Edit, string Source)> WithUnknownNames() => Tokens()
        .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
        .Select(static token => ($"'{token}X' in '{token.Parent}'", Source.Insert(token.Span.End, "X")));

    private static IEnumerable<SyntaxToken> Tokens() => CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens();
}
