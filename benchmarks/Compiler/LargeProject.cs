using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Benchmarks;

/// <summary>A project of many controllers with ten endpoints each, and one file that has nothing to do with them.</summary>
internal sealed class LargeProject
{
    private const string Unrelated = "Unrelated.cs";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name is "Upwire.dll" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public LargeProject(int controllers) => Compilation = CSharpCompilation.Create(
        "Large",
        [
            Parse("global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using Upwire;", "Usings.cs"),
            Parse(UnrelatedSource("return 0;"), Unrelated),
            .. Enumerable.Range(0, controllers).Select(static number => Parse(Source(number), $"Controller{number}.cs")),
        ],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public CSharpCompilation Compilation { get; }

    /// <summary>The project after an edit inside a method of the unrelated file.</summary>
    public CSharpCompilation WithBody(int number) => With(UnrelatedSource($"return {number};"));

    /// <summary>The project after a member was added in the unrelated file.</summary>
    public CSharpCompilation WithMember(int number) => With(UnrelatedSource($"return 0; }} public int Member{number}() {{ return 1;"));

    private static string UnrelatedSource(string body) => $$"""public sealed class Unrelated { public int Value() { {{body}} } }""";

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static string Source(int number) => $$"""
        namespace Large;

        public sealed record Order{{number}}(int Id, string Name, decimal Price);

        public interface IOrders{{number}};

        [Route("/orders{{number}}")]
        public sealed class Controller{{number}}(IOrders{{number}} orders)
        {
            [HttpGet] public List<Order{{number}}> All(int page = 1, string? filter = null) => [];
            [HttpGet("<id:int>")] public Order{{number}}? Get(int id) => null;
            [HttpPost] public Order{{number}} Add(Order{{number}} order) => order;
            [HttpPut("<id:int>")] public void Put(int id, Order{{number}} order) { }
            [HttpDelete("<id:int>")] public Task Delete(int id, CancellationToken stop) => Task.CompletedTask;
            [HttpGet("<id:guid>/lines/<line:min(1)>")] public string Line(Guid id, long line, [FromHeader] string? ifMatch) => "";
            [HttpGet("by-name/<name>")] public Task<Order{{number}}?> Find(string name, [FromServices] IOrders{{number}} store) => Task.FromResult<Order{{number}}?>(null);
            [HttpGet("files/<name>.<ext?>")] public string File(string name, string? ext) => "";
            [HttpGet("rest/<path..>")] public string Rest(string path) => "";
            [WebSocket("<id:int>/ws")] public Task Watch(int id, WebSocketConnection socket) => socket.CloseAsync();
        }
        """;

    private CSharpCompilation With(string source) =>
        Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees.Single(static tree => tree.FilePath == Unrelated), Parse(source, Unrelated));
}
