using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>
/// Code that somebody is in the middle of writing: whatever the compiler says of it, it says of their code. What is generated for it compiles, so that
/// nobody reads errors in files that they did not write.
/// </summary>
public sealed class UnfinishedCodeTests
{
    private static readonly CSharpCompilation Finished = TestCompilation.Create([UnfinishedProgram.Source]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SyntaxTree Tree => Finished.SyntaxTrees[^1];

    [Fact]
    public void A_token_that_is_missing_anywhere_is_no_error_of_generated_code() => AssertCompiles(UnfinishedProgram.WithoutTokens(each: 3));

    [Fact]
    public void A_name_that_is_unknown_anywhere_is_no_error_of_generated_code() => AssertCompiles(UnfinishedProgram.WithUnknownNames());

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
