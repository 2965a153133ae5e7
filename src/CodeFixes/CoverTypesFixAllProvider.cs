using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Upwire.CodeFixes;

/// <summary>Names all types of a document, a project or a solution at once: one by one, each would make the context anew.</summary>
internal sealed class CoverTypesFixAllProvider : FixAllProvider
{
    public static CoverTypesFixAllProvider Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        string key = fixAllContext.CodeActionEquivalenceKey!;
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            key == NewJsonContext.Name ? $"Create '{key}' with all types" : $"Add all types to '{key}'",
            cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)),
            key));
    }

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (var project in projects)
        {
            var diagnostics = context.Scope == FixAllScope.Document
                ? await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);

            if (!diagnostics.IsEmpty)
            {
                // Types are named by ids, which mean the same whatever has been changed in other projects.
                var current = solution.GetProject(project.Id)!;
                solution = await ApplyAsync(current, context.CodeActionEquivalenceKey!, diagnostics, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }

    private static Task<Solution> ApplyAsync(Project project, string key, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation) =>
        key == NewJsonContext.Name
            ? CoverTypes.CreateAsync(project, diagnostics, cancellation)
            : CoverTypes.AddAsync(project, key, diagnostics, cancellation);
}
