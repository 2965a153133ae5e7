using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Fits templates to parameters: adds what is to come from the path, changes constraints, and says what may be left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitTemplateCodeFix))]
[Shared]
public sealed class FitTemplateCodeFix : CodeFixProvider
{
    private static readonly ProjectFixAllProvider FixAllProvider = new(static _ => "Change the templates", FitAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.FromRouteWithoutParameter, DiagnosticIds.ConstraintType, DiagnosticIds.OptionalParameter];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if ((await ChangesAsync(project, [diagnostic], context.CancellationToken).ConfigureAwait(false)).Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(TitleOf(diagnostic), cancellation => FitAsync(project, diagnostic.Id, [diagnostic], cancellation), diagnostic.Id),
                    diagnostic);
            }
        }
    }

    private static string TitleOf(Diagnostic diagnostic)
    {
        string name = diagnostic.Properties[DiagnosticProperties.Name]!;
        return diagnostic.Id switch
        {
            DiagnosticIds.FromRouteWithoutParameter => $"Add '<{diagnostic.Properties[DiagnosticProperties.Addition]}>' to the template",
            DiagnosticIds.ConstraintType => $"Write '<{name}:{diagnostic.Properties[DiagnosticProperties.Constraint]}>' in the template",
            _ when diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.IsOptional) is not null => $"Make '<{name}>' required in the template",
            _ => $"Make '<{name}?>' optional in the template",
        };
    }

    private static async Task<Solution> FitAsync(Project project, string id, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var solution = project.Solution;
        var changes = await ChangesAsync(project, diagnostics.Where(diagnostic => diagnostic.Id == id), cancellation).ConfigureAwait(false);
        foreach (var changesOfFile in changes.GroupBy(static change => change.File, static change => change.Change))
        {
            var text = await changesOfFile.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(changesOfFile.Key.Id, text.WithChanges(changesOfFile.Distinct().OrderBy(static change => change.Span.Start)));
        }

        return solution;
    }

    // A method has a template in each of its attributes, and parameters may ask for several changes of one.
    private static async Task<List<(Document File, TextChange Change)>> ChangesAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var changes = new List<(Document, TextChange)>();
        foreach (var ofHandler in diagnostics.Where(static diagnostic => diagnostic.AdditionalLocations.Count > 0).GroupBy(static diagnostic => diagnostic.AdditionalLocations[0]))
        {
            if (await HandlerEdit.FindAsync(project.Solution, ofHandler.First(), cancellation).ConfigureAwait(false) is not { } handler)
            {
                continue;
            }

            foreach (var endpoint in await handler.EndpointsAsync(cancellation).ConfigureAwait(false))
            {
                if (TemplateFit.Find(endpoint, ofHandler) is { } edits
                    && project.Solution.GetDocument(endpoint.Attribute.ApplicationSyntaxReference?.SyntaxTree) is { } file)
                {
                    changes.AddRange(TemplateArgument.Change(endpoint, edits, cancellation).Select(change => (file, change)));
                }
            }
        }

        return changes;
    }
}
