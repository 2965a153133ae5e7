using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>
/// What is asked again after an edit: nothing where no declaration changed, only the methods of the edited file where they stand in
/// it, and everything where a declaration changed, for any of them may mean another thing then.
/// </summary>
public sealed class EditTests
{
    private const string Endpoints = """
        using Other;
        using Upwire;
        namespace Project;
        [Route("/rooms")]
        public sealed class Rooms
        {
            [HttpGet(Routes.Room)] public string Get(Key id, Kind kind) => Text();
            [HttpPost] public Room? Add(Room room, string? other) => room;
            private static string Text() { return "before"; }
        }
        """;

    private const string Other = """
        namespace Other;
        public static class Routes { public const string Room = "<id>"; public static readonly string Unused = "before"; }
        public readonly record struct Key(int Value)
        {
            public static bool TryParse(string text, out Key key) { key = default; return true; }
        }
        public enum Kind { Small, Large }
        public class Room { public string Name { get; set; } = "before"; }
        """;

    public static TheoryData<string, string> EditsInside() => new()
    {
        { "key = default; return true;", "key = new(1); return key.Value > 0;" },
        { "Unused = \"before\"", "Unused = \"after\"" },
        { "= \"before\"; }", "= \"after\"; }" },
        { "namespace Other;", "namespace Other; // A comment." },
    };

    [Theory]
    [MemberData(nameof(EditsInside))]
    public void Nothing_is_asked_after_an_edit_that_declares_nothing(string before, string after)
    {
        var run = Edit(Endpoints, Other.Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(0, CountAsked(run));
    }

    [Fact]
    public void Only_the_methods_of_an_edited_file_are_asked()
    {
        var run = Edit(Endpoints.Replace("return \"before\"", "return \"after\"", StringComparison.Ordinal), Other);

        Assert.Equal(2, CountAsked(run));
        Assert.Equal(0, GeneratorTest.CountWritten(run));
    }

    [Theory]
    [InlineData("Room = \"<id>\"", "Room = \"<id>/key\"")]
    [InlineData("public static bool TryParse(string text", "public static bool TryParse(string text, System.IFormatProvider? provider")]
    [InlineData("public enum Kind { Small, Large }", "public sealed class Kind;")]
    [InlineData("namespace Other;", "#nullable disable\nnamespace Other;")]
    [InlineData("public class Room {", "public class Room { [System.ComponentModel.DataAnnotations.Required]")]
    [InlineData("namespace Other;", "namespace Other; public class RouteAttribute : System.Attribute;")]
    public void An_edit_that_declares_something_is_seen(string before, string after)
    {
        string other = Other.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Other, other);

        Assert.Equal(Generated(Run(Endpoints, other)), Generated(Edit(Endpoints, other)));
    }

    [Fact]
    public void A_nullable_directive_among_the_endpoints_is_seen()
    {
        string endpoints = Endpoints.Replace("    [HttpPost]", "#nullable disable\n    [HttpPost]", StringComparison.Ordinal);

        Assert.Equal(Generated(Run(endpoints, Other)), Generated(Edit(endpoints, Other)));
        Assert.NotEqual(Generated(Edit(Endpoints, Other)), Generated(Edit(endpoints, Other)));
    }

    [Fact]
    public void A_new_reference_is_seen()
    {
        var library = TestCompilation.Create(["namespace Upwire.CompilerServices { public class Unrelated; }"], "Library");
        var compilation = TestCompilation.Create([Endpoints, Other]);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);

        var run = driver.RunGenerators(compilation.AddReferences(library.ToMetadataReference()), TestContext.Current.CancellationToken);

        Assert.Equal(2, CountAsked(run));
    }

    // Several edits, one after the other, each of which leaves the compilation before it to the garbage collector.
    [Fact]
    public void Edits_add_up()
    {
        var compilation = TestCompilation.Create([Endpoints, Other]);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        foreach (string body in (string[])["1", "2", "3"])
        {
            compilation = Replace(compilation, "File0.cs", Endpoints.Replace("before", body, StringComparison.Ordinal));
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            GC.Collect();
        }

        compilation = Replace(compilation, "File1.cs", Other.Replace("<id>", "<id>/last", StringComparison.Ordinal));
        driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);

        Assert.Contains("/rooms/{id}/last", Generated(driver), StringComparison.Ordinal);
        Assert.Contains("[HttpPost(", Generated(driver), StringComparison.Ordinal);
    }

    // Files that did not change keep their trees, as in an editor.
    private static GeneratorDriver Edit(string endpoints, string other)
    {
        var compilation = TestCompilation.Create([Endpoints, Other]);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        compilation = endpoints == Endpoints ? compilation : Replace(compilation, "File0.cs", endpoints);
        compilation = other == Other ? compilation : Replace(compilation, "File1.cs", other);
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
    }

    private static GeneratorDriver Run(string endpoints, string other) =>
        GeneratorTest.CreateDriver().RunGenerators(TestCompilation.Create([endpoints, other]), TestContext.Current.CancellationToken);

    private static CSharpCompilation Replace(CSharpCompilation compilation, string file, string source) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == file), TestCompilation.Parse(source, file));

    private static int CountAsked(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedSteps[TrackingNames.Endpoints]
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason != IncrementalStepRunReason.Cached);

    private static string Generated(GeneratorDriver driver) =>
        string.Join("\n", driver.GetRunResult().Results.Single().GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal).Select(static source => source.SourceText));
}
