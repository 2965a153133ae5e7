using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Analyzers;

namespace Upwire.Analyzers.Tests;

/// <summary>Code that somebody is in the middle of writing: no analyzer fails on it, and of a type that is not there yet the compiler's word is enough.</summary>
public sealed class UnfinishedCodeTests
{
    private static readonly DiagnosticAnalyzer[] Analyzers =
    [
        .. typeof(HandlerAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task A_token_that_is_missing_anywhere_stops_no_analyzer()
    {
        foreach (var (edit, source) in UnfinishedProgram.WithoutTokens(each: 9))
        {
            Assert.All(await AnalyzeAsync(source), diagnostic => Assert.True(diagnostic.Id.StartsWith("UPW", StringComparison.Ordinal), $"{edit}: {diagnostic}"));
        }
    }

    [Theory]
    [InlineData("Task<Results<Ok<Room>", "Task<Results<Ok<Hall>")]
    [InlineData("Room? Add(Room room", "Room? Add(Hall room")]
    [InlineData("Room? Add(Room room", "Hall Add(Room room")]
    [InlineData("List<int> Floors", "List<Floor> Floors")]
    [InlineData("Key[] keys", "Keys[] keys")]
    [InlineData("typeof(Room)", "typeof(Hall)")]
    [InlineData("IFormFile file", "IFormerFile file")]
    [InlineData("Room Talk(", "Hall Talk(")]
    public async Task Of_a_type_that_is_not_there_the_compiler_tells(string before, string after)
    {
        string source = UnfinishedProgram.Source.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(UnfinishedProgram.Source, source);
        Assert.DoesNotContain(await AnalyzeAsync(source), static diagnostic => diagnostic.Id != "UPW0040");
    }

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string source)
    {
        var compilation = CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(source, TestProgram.ParseOptions, "Program.cs")], TestProgram.References, TestProgram.CompilationOptions);
        return await compilation.WithAnalyzers([.. Analyzers]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
