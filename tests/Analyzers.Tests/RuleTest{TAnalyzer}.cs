using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Upwire.Analyzers.Tests;

/// <summary>
/// Runs one analyzer over a program whose expected diagnostics are marked in it: <c>{|UPW0002:id|}</c>. What the
/// analyzers let pass must then be emitted by the generator, and compile.
/// </summary>
internal static class RuleTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Asserts that exactly the marked spans are reported.</summary>
    public static Task RunAsync(string source) => RunAsync(source, expected: []);

    /// <summary>Asserts the one marked span, <c>{|#0:id|}</c>, and its whole message.</summary>
    public static Task RunAsync(string source, string id, string message) =>
        RunAsync(source, new DiagnosticResult(id, SeverityOf(id)).WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    private static DiagnosticSeverity SeverityOf(string id) => new TAnalyzer().SupportedDiagnostics.First(rule => rule.Id == id).DefaultSeverity;

    private static async Task RunAsync(string source, params DiagnosticResult[] expected)
    {
        string marked = TestProgram.Complete(source);
        var test = new Test { TestCode = marked };
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync(TestContext.Current.CancellationToken);

        TestFileMarkupParser.GetSpans(marked, out string program, out ImmutableArray<TextSpan> _);
        await GeneratedProgram.AssertAgreesAsync(program);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test() => TestProgram.Configure(this);

        protected override ParseOptions CreateParseOptions() => TestProgram.ParseOptions;
    }
}
