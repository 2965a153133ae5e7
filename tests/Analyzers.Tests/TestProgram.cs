using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Upwire.Analyzers.Tests;

/// <summary>What the small programs of these tests are compiled with.</summary>
internal static class TestProgram
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // A failing analyzer test downloads the reference assemblies of its framework unless it is given none: what this
    // process itself runs on is there already, and is the framework that is shipped for.
    public static readonly MetadataReference[] References = ProgramReferences.All;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using Upwire;

        """;

    /// <summary>Puts the usual usings before a program that has none of its own.</summary>
    public static string Complete(string source) =>
        source.StartsWith("using ", StringComparison.Ordinal) ? source : Usings.ReplaceLineEndings("\n") + "\n" + source.ReplaceLineEndings("\n");

    /// <summary>Makes a test of Microsoft.CodeAnalysis.Testing compile as a project that uses Upwire does.</summary>
    public static void Configure<TVerifier>(AnalyzerTest<TVerifier> test)
        where TVerifier : IVerifier, new()
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(static (solution, project) => solution.WithProjectCompilationOptions(project, CompilationOptions));
    }

    /// <summary>A project of one file, to be referenced, or to reference others.</summary>
    public static CSharpCompilation Compile(string assembly, string source) =>
        CSharpCompilation.Create(assembly, [CSharpSyntaxTree.ParseText(source, ParseOptions, $"{assembly}.cs")], References, CompilationOptions);

    public static CSharpCompilationOptions CompilationOptions { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable);
}
