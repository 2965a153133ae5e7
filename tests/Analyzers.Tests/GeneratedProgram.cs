using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators;
using Upwire.Generators.Analyzers;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests;

/// <summary>
/// The agreement of analyzers and generator: what no analyzer refuses is emitted, and all that is emitted compiles
/// without a warning.
/// </summary>
internal static partial class GeneratedProgram
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        new RouteTemplateAnalyzer(),
        new HandlerAnalyzer(),
        new AttributeValueAnalyzer(),
        new ControllerAnalyzer(),
        new ParameterBindingAnalyzer(),
    ];

    /// <summary>Asserts that no rule refuses an endpoint of a program, and the agreement.</summary>
    /// <returns>All that was generated.</returns>
    public static async Task<string> AssertAllEmittedAsync(string source)
    {
        string program = TestProgram.Complete(source);
        var compilation = Compile(program);
        Assert.Empty(await RefusalsAsync(compilation));
        Assert.NotEqual(0, CountEndpoints(compilation));
        return await AssertAgreesAsync(program);
    }

    /// <summary>Asserts the agreement for a program, of whose endpoints some may be refused.</summary>
    /// <returns>All that was generated.</returns>
    public static async Task<string> AssertAgreesAsync(string program)
    {
        var compilation = Compile(program);
        CSharpGeneratorDriver
            .Create([new UpwireGenerator().AsSourceGenerator()], parseOptions: TestProgram.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var failures, TestContext.Current.CancellationToken);

        Assert.Empty(failures);
        string generated = string.Join("\n", complete.SyntaxTrees.Except(compilation.SyntaxTrees).Select(static tree => tree.ToString()));
        var faults = complete.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(fault => fault.Severity > DiagnosticSeverity.Info)
            .Where(fault => fault.Severity == DiagnosticSeverity.Error || fault.Location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree));

        Assert.True(!faults.Any(), string.Join("\n", faults) + "\n\n" + generated);

        var refusals = await RefusalsAsync(compilation);
        int emitted = Registration().Count(generated);
        int declared = CountEndpoints(compilation);
        Assert.True(
            refusals.IsEmpty ? emitted == declared : emitted < declared,
            $"{emitted} of {declared} endpoints are emitted, and the analyzers say: {string.Join("; ", refusals)}");

        return generated;
    }

    private static CSharpCompilation Compile(string program) => CSharpCompilation.Create(
        "Program",
        [CSharpSyntaxTree.ParseText(program, TestProgram.ParseOptions, "Program.cs")],
        TestProgram.References,
        TestProgram.CompilationOptions);

    private static async Task<ImmutableArray<Diagnostic>> RefusalsAsync(CSharpCompilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return diagnostics.RemoveAll(static diagnostic => diagnostic.Severity < DiagnosticSeverity.Error || IsOfTheAssembly(diagnostic.Location) || IsUnknownConstraint(diagnostic));
    }

    // Somebody may have registered it where no compiler sees it.
    private static bool IsUnknownConstraint(Diagnostic diagnostic) =>
        diagnostic.Id == DiagnosticIds.UnknownConstraint && diagnostic.Properties.ContainsKey(DiagnosticProperties.Replaced);

    // What is wrong with an attribute of the assembly refuses no endpoint.
    private static bool IsOfTheAssembly(Location location) =>
        location.SourceTree?.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>()?.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true;

    private static int CountEndpoints(CSharpCompilation compilation) =>
        compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Select(attribute => compilation.GetSemanticModel(tree).GetSymbolInfo(attribute).Symbol))
            .Count(static constructor => constructor is not null && EndpointAttribute.All.Any(kind => kind.MetadataName == constructor.ContainingType.ToDisplayString()));

    [GeneratedRegex(@"endpoints\.Map(Http|WebSocket)\(")]
    private static partial Regex Registration();
}
