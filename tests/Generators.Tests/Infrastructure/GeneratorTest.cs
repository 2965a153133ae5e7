using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators.Tests.Infrastructure;

/// <summary>
/// Runs the generator over a project. Every test goes through here, so that each of them also checks that the output
/// compiles without a warning and that neither an unrelated file nor a comment makes anything be written again.
/// </summary>
internal static class GeneratorTest
{
    public static GeneratorRun Run(params string[] sources) => Run("App", [], sources);

    public static GeneratorRun Run(string assemblyName, MetadataReference[] references, params string[] sources)
    {
        var compilation = TestCompilation.Create(sources, assemblyName, references);
        var driver = CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);

        Assert.Empty(diagnostics);
        AssertCompiles(output);
        AssertNothingIsWrittenAgain(driver, compilation.AddSyntaxTrees(TestCompilation.Parse("internal sealed class Unrelated;", "Unrelated.cs")), "an unrelated file was added");
        AssertNothingIsWrittenAgain(driver, WithCommentBelowEndpoints(compilation), "a comment was added below the endpoints");

        return new(output, driver.GetRunResult().Results.Single());
    }

    public static GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        [new UpwireGenerator().AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>How many files the last run wrote that the run before had not written just so.</summary>
    public static int CountWritten(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedOutputSteps
        .SelectMany(static steps => steps.Value)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private static void AssertCompiles(Compilation output)
    {
        var faults = output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591").ToArray();
        Assert.True(faults.Length == 0, string.Join('\n', [.. faults.Select(static fault => fault.ToString()), .. output.SyntaxTrees.Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Select(static tree => tree.ToString())]));
    }

    private static void AssertNothingIsWrittenAgain(GeneratorDriver driver, Compilation changed, string change)
    {
        int written = CountWritten(driver.RunGenerators(changed, TestContext.Current.CancellationToken));
        Assert.True(written == 0, $"{written} files were written again although only {change}.");
    }

    private static CSharpCompilation WithCommentBelowEndpoints(CSharpCompilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            compilation = compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(tree + "\n// A comment.\n", tree.FilePath));
        }

        return compilation;
    }
}
