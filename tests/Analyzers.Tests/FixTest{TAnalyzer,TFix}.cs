using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Upwire.Analyzers.Tests;

/// <summary>Applies one code fix to a program whose diagnostics are marked: to each by itself, and to all at once.</summary>
internal static class FixTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>Asserts what the action of that index makes of a program; both are whole files.</summary>
    public static Task RunAsync(string before, string after, int action = 0)
    {
        var test = new Test
        {
            TestCode = before.ReplaceLineEndings("\n"),
            FixedCode = after.ReplaceLineEndings("\n"),
            CodeActionIndex = action,
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asserts what becomes of several files, in as many steps as there are kinds of actions.</summary>
    public static Task RunAsync((string Before, string After)[] files, int fixAllIterations)
    {
        var test = new Test { CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck, NumberOfFixAllIterations = fixAllIterations };
        foreach (var (before, after) in files)
        {
            test.TestState.Sources.Add(before.ReplaceLineEndings("\n"));
            test.FixedState.Sources.Add(after.ReplaceLineEndings("\n"));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The same for a program with <c>$$</c>, which marks would take for one: the diagnostic is expected on a text that it has once.</summary>
    public static Task RunUnmarkedAsync(string before, string after, string id, string text)
    {
        string source = before.ReplaceLineEndings("\n");
        var lines = SourceText.From(source).Lines;
        var span = lines.GetLinePositionSpan(new(source.IndexOf(text, StringComparison.Ordinal), text.Length));
        var test = new Test
        {
            TestState = { MarkupHandling = MarkupMode.None },
            FixedState = { MarkupHandling = MarkupMode.None },
            TestCode = source,
            FixedCode = after.ReplaceLineEndings("\n"),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };

        test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerError(id).WithSpan(new FileLinePositionSpan("/0/Test0.cs", span)).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        public Test() => TestProgram.Configure(this);

        protected override ParseOptions CreateParseOptions() => TestProgram.ParseOptions;
    }
}
