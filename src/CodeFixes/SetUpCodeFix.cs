using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Adds the calls by which an application has Upwire's services and maps its endpoints.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetUpCodeFix))]
[Shared]
public sealed class SetUpCodeFix : CodeFixProvider
{
    private const string Extensions = "UpwireServiceCollectionExtensions";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SetUp];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            bool lacksMapping = diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.LacksMapping) is not null;
            bool lacksServices = diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.LacksServices) is not null;
            var build = lacksServices ? await ApplicationBuild.FindAsync(document.Project, context.CancellationToken).ConfigureAwait(false) : null;
            var run = lacksMapping ? FindRun(root, diagnostic) : null;
            run = run is not null && await CanExtendAsync(document, run, context.CancellationToken).ConfigureAwait(false) ? run : null;
            build = build is not null && await CanExtendAsync(build.Document, build.Statement, context.CancellationToken).ConfigureAwait(false) ? build : null;
            if ((lacksMapping ? run : build?.Statement) is not null)
            {
                string title = string.Join(" and ", new[] { build is null ? null : "AddUpwire", run is null ? null : "MapUpwire" }.Where(static call => call is not null));
                context.RegisterCodeFix(
                    CodeAction.Create($"Call {title}", cancellation => AddAsync(document, run, build, cancellation), nameof(SetUpCodeFix)),
                    diagnostic);
            }
        }
    }

    // app.Run(), or await app.RunAsync(): a statement of its own, on something that has a name.
    private static StatementSyntax? FindRun(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Parent: InvocationExpressionSyntax call } }
        && (call.Parent is AwaitExpressionSyntax awaited ? awaited.Parent : call.Parent) is StatementSyntax statement
        && statement is ExpressionStatementSyntax or ReturnStatementSyntax
        && statement.IsAmongOthers()
            ? statement
            : null;

    private static async Task<Solution> AddAsync(Document document, StatementSyntax? run, ApplicationBuild? build, CancellationToken cancellation)
    {
        var solution = document.Project.Solution;
        foreach (var file in new[] { run is null ? null : document, build?.Document }.OfType<Document>().Distinct())
        {
            if (await file.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
                && await file.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
            {
                solution = solution.WithDocumentSyntaxRoot(file.Id, Edit(root, file == document ? run : null, file == build?.Document ? build : null, model));
            }
        }

        return solution;
    }

    private static SyntaxNode Edit(SyntaxNode root, StatementSyntax? run, ApplicationBuild? build, SemanticModel model)
    {
        var edited = root.TrackNodes(new[] { run, build?.Statement }.OfType<StatementSyntax>().Distinct());
        if (build is not null)
        {
            edited = build.AddServices(edited, edited.GetCurrentNode(build.Statement)!);
        }

        if (run is not null)
        {
            var application = run.DescendantNodes().OfType<IdentifierNameSyntax>().First().Identifier;
            edited = edited.InsertCall(edited.GetCurrentNode(run)!, application.ValueText, SyntaxFactory.ParseStatement($"{application.Text}.MapUpwire();"));
        }

        return HasExtensions(model, run ?? build!.Statement) ? edited : edited.NeedingImport(UpwireNamespace.Name).WithImports();
    }

    private static async Task<bool> CanExtendAsync(Document document, StatementSyntax place, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
        && (HasExtensions(model, place) || UpwireNamespace.CanImport(model, place.SpanStart));

    private static bool HasExtensions(SemanticModel model, StatementSyntax place) => !model.LookupNamespacesAndTypes(place.SpanStart, name: Extensions).IsEmpty;
}
