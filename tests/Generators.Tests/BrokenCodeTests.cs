using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>
/// Code that somebody is in the middle of writing: whatever the compiler says of it, it says of their code. What is generated for it compiles, so that
/// nobody reads errors in files that they did not write.
/// </summary>
public sealed class BrokenCodeTests
{
    private const string Source = """
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

    private static readonly CSharpCompilation Finished = TestCompilation.Create([Source]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SyntaxTree Tree => Finished.SyntaxTrees[^1];

    // The suite has time for every third. All of them: UPWIRE_FUZZ=1.
    private static int Step => Environment.GetEnvironmentVariable("UPWIRE_FUZZ") is { Length: > 0 } ? 1 : 3;

    [Fact]
    public void A_token_that_is_missing_anywhere_is_no_error_of_generated_code() =>
        AssertCompiles(Tokens().Where(static (_, index) => index % Step == 0).Select(static token => ($"without '{token}' in '{token.Parent}'", Source.Remove(token.SpanStart, token.Span.Length))));

    [Fact]
    public void A_name_that_is_unknown_anywhere_is_no_error_of_generated_code() =>
        AssertCompiles(Tokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => ($"'{token}X' in '{token.Parent}'", Source.Insert(token.Span.End, "X"))));

    private static IEnumerable<SyntaxToken> Tokens() => Tree.GetRoot(Stop).DescendantTokens();

    private static void AssertCompiles(IEnumerable<(string Edit, string Source)> edits) =>
        Assert.Empty(edits.AsParallel().SelectMany(static edit => Faults(edit.Source).Select(fault => $"{edit.Edit}: {fault}")));

    private static IEnumerable<Diagnostic> Faults(string source)
    {
        var edited = Finished.ReplaceSyntaxTree(Tree, TestCompilation.Parse(source, Tree.FilePath));
        GeneratorTest.CreateDriver().RunGeneratorsAndUpdateCompilation(edited, out var output, out var diagnostics, Stop);
        return output.SyntaxTrees
            .Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .SelectMany(tree => output.GetSemanticModel(tree).GetDiagnostics(cancellationToken: Stop))
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Concat(diagnostics);
    }
}
