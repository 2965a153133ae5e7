using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>The manifest of the endpoints, of projects that ask for it.</summary>
public sealed class ManifestTests
{
    private const string Mark = "//| ";

    private const string Rooms = """
        using Upwire;
        namespace Shop;
        public sealed record Room(int Id);
        [Route("/rooms")]
        public sealed class RoomController
        {
            [WebSocket("/<id:int>/ws", MaxMessageSize = 1024, Verify = nameof(MayJoin))]
            public string? Talk(int id, [FromMessage] string text) => text;

            public bool MayJoin(int id) => id > 0;

            [HttpPost]
            public Task<Room> Add(Room room, [FromHeader] string tenant, int page = 1) => Task.FromResult(room);

            [HttpGet("/<id:int>")]
            public Room? Get(int id, IServiceProvider services) => null;
        }
        """;

    [Fact]
    public void Endpoints_in_the_order_of_their_templates() => Snapshot.Verify(Run(Rooms)!);

    [Fact]
    public void Texts_are_JSON_whatever_they_hold()
    {
        string manifest = Run("""
            using Upwire;
            public static class Odd
            {
                [HttpGet("/a\"b\\c|<id:regex(^a|b;$)>")]
                public static string A(string id) => id;
            }
            """)!;

        Assert.All(manifest.TrimEnd('\n').Split('\n'), static line => Assert.StartsWith(Mark, line, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(manifest.Replace(Mark, "", StringComparison.Ordinal));
        Assert.Equal("/a\"b\\c|{id:regex(^a|b;$)}", json.RootElement.GetProperty("endpoints")[0].GetProperty("template").GetString());
    }

    [Fact]
    public void Projects_that_do_not_ask_have_none() => Assert.Null(Run(Rooms, manifest: ""));

    private static string? Run(string source, string manifest = "upwire.routes.json")
    {
        var driver = CSharpGeneratorDriver.Create(
            [new UpwireGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            optionsProvider: new ProjectWithManifest(manifest));

        var result = driver.RunGenerators(TestCompilation.Create([source]), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        return result.GeneratedSources.FirstOrDefault(static file => file.HintName == "Upwire.Manifest.g.cs").SourceText?.ToString();
    }

    private sealed class ProjectWithManifest(string manifest) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(ImmutableDictionary<string, string>.Empty.Add("build_property.UpwireRouteManifest", manifest));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
