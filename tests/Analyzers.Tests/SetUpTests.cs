using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators;
using Upwire.Generators.Analyzers;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0060.</summary>
public sealed class SetUpTests
{
    private const string Endpoint = """public static class Rooms { [HttpGet("/rooms")] public static string List() => ""; }""";

    [Fact]
    public Task Fires_where_nothing_is_mapped() => AssertAsync(
        """
        var app = WebApplication.CreateSlimBuilder(args).Build();
        app.Run();
        """,
        Endpoint,
        "'Rooms.List' and the other endpoints of this project are never mapped, so that their paths answer 404; call app.MapUpwire() before the application runs");

    [Fact]
    public Task Fires_where_the_services_are_missing() => AssertAsync(
        """
        var app = WebApplication.CreateSlimBuilder(args).Build();
        app.MapUpwire();
        app.Run();
        """,
        Endpoint,
        "MapUpwire needs services that nothing here registers, and throws without them; call builder.Services.AddUpwire() before the application is built");

    [Fact]
    public Task Does_not_fire_where_both_are_called() => AssertAsync(
        """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddUpwire();
        var app = builder.Build();
        SetUp.Map(app);
        app.Run();
        """,
        Endpoint + " public static class SetUp { public static void Map(WebApplication app) => app.MapGroup(\"/v1\").MapUpwire(); }");

    [Fact]
    public Task Does_not_fire_without_endpoints() => AssertAsync("WebApplication.CreateSlimBuilder(args).Build().Run();", "");

    [Fact]
    public Task Does_not_fire_in_a_library() => AssertAsync("", Endpoint);

    private static async Task AssertAsync(string statements, string types, string? message = null)
    {
        string source = $"using Microsoft.AspNetCore.Builder;\nusing Upwire;\n{statements}\n{types}\n";
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText(source, TestProgram.ParseOptions, "Program.cs", cancellationToken: TestContext.Current.CancellationToken)],
            TestProgram.References,
            TestProgram.CompilationOptions.WithOutputKind(statements.Length == 0 ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication));

        CSharpGeneratorDriver
            .Create([new UpwireGenerator().AsSourceGenerator()], parseOptions: TestProgram.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _, TestContext.Current.CancellationToken);
        Assert.Empty(complete.GetDiagnostics(TestContext.Current.CancellationToken).Where(static fault => fault.Severity == DiagnosticSeverity.Error));

        var found = await complete.WithAnalyzers([new SetUpAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            message is null ? [] : [("UPW0060", message)],
            found.Select(static diagnostic => (diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture))));
    }
}
