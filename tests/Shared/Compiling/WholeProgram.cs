using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators;

namespace Upwire.Tests;

/// <summary>A program as the SDK builds it: with its implicit usings, both source generators and all analyzers.</summary>
internal static class WholeProgram
{
    private const string Native = "#:property PublishAot=true";

    private static readonly string ImplicitUsings = string.Concat(
        new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks",
            "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        }.Select(static ns => $"global using {ns};\n"));

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(UpwireGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // Packages may be built against older versions of the framework.
    private static readonly Dictionary<string, ReportDiagnostic> SuppressedBySdk = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    // Without a file of documentation nothing must be documented.
    public static readonly CSharpParseOptions ParseOptions = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse).WithFeatures([new("FileBasedProgram", "true")]);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs");

    // What programs begin as: with the symbols of their references, which are read once for all of them.
    private static readonly CSharpCompilation Empty = CreateEmpty();

    /// <summary>All that the compiler and the analyzers say of a program of one file, from warnings on.</summary>
    public static Task<IEnumerable<Diagnostic>> DiagnoseAsync(string source, string name) =>
        DiagnoseAsync([CSharpSyntaxTree.ParseText(source, ParseOptions, name)], source.StartsWith(Native, StringComparison.Ordinal));

    /// <summary>All that the compiler and the analyzers say of a program, from warnings on.</summary>
    /// <param name="files">Its files. One with statements makes it an application; without, it is a library.</param>
    /// <param name="isNative">Whether the project has PublishAot.</param>
    public static async Task<IEnumerable<Diagnostic>> DiagnoseAsync(IReadOnlyList<SyntaxTree> files, bool isNative)
    {
        bool hasStatements = files.Any(static file => file.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var compilation = Empty
            .AddSyntaxTrees(files)
            .WithOptions(Empty.Options.WithOutputKind(hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));

        var properties = new BuildProperties(isNative);
        bool hasContexts = files.Any(static file => file.ToString().Contains("JsonSerializable", StringComparison.Ordinal));
        CSharpGeneratorDriver
            .Create([new UpwireGenerator().AsSourceGenerator(), .. hasContexts ? [JsonGenerator.Create()] : Array.Empty<ISourceGenerator>()], parseOptions: ParseOptions, optionsProvider: properties)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _, TestContext.Current.CancellationToken);

        var found = await complete
            .WithAnalyzers(Analyzers, new AnalyzerOptions([], properties))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return found.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    private static CSharpCompilation CreateEmpty()
    {
        var empty = CSharpCompilation.Create(
            "Program",
            [Usings],
            ProgramReferences.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                specificDiagnosticOptions: SuppressedBySdk,
                nullableContextOptions: NullableContextOptions.Enable));
        _ = empty.Assembly;
        return empty;
    }

    private sealed class BuildProperties(bool isNative) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(isNative);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(bool isNative) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isNative && key == "build_property.PublishAot" ? "true" : null;
            return value is not null;
        }
    }
}
