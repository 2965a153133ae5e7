using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Upwire.CodeFixes;
using Upwire.Generators;
using Upwire.Generators.Analyzers;

namespace Upwire.Analyzers.Tests;

/// <summary>Sets up an application, whose <c>MapUpwire</c> is generated.</summary>
internal static class SetUpFixTest
{
    private const string Endpoint = """
        public static class Rooms
        {
            [Upwire.HttpGet("/rooms")]
            public static string List() => "";
        }

        """;

    /// <summary>Asserts what is made of the program of an application that has an endpoint.</summary>
    /// <param name="before">The program.</param>
    /// <param name="after">The program with the calls.</param>
    /// <param name="others">Other files, before and after.</param>
    public static Task RunAsync(string before, string after, params (string Name, string Before, string After)[] others)
    {
        var test = new Test { CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck };
        Fill(test.TestState, [("Program.cs", before), .. others.Select(static file => (file.Name, file.Before))]);
        Fill(test.FixedState, [("Program.cs", after), .. others.Select(static file => (file.Name, file.After))]);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void Fill(SolutionState state, (string Name, string Text)[] files)
    {
        state.Sources.Add(("Rooms.cs", Endpoint.ReplaceLineEndings("\n")));
        foreach (var (name, text) in files)
        {
            state.Sources.Add((name, text.ReplaceLineEndings("\n")));
        }
    }

    private sealed class Test : CSharpCodeFixTest<SetUpAnalyzer, SetUpCodeFix, DefaultVerifier>
    {
        public Test()
        {
            TestProgram.Configure(this);
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
            SolutionTransforms.Add(static (solution, project) => solution.WithProjectCompilationOptions(project, TestProgram.CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication)));
        }

        protected override ParseOptions CreateParseOptions() => TestProgram.ParseOptions;

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(UpwireGenerator)];
    }
}
