using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Upwire.CodeFixes;

/// <summary>Mends all of a project at once, where mends that are made one by one would not fit together.</summary>
/// <param name="title">What is done, by the key of the action.</param>
/// <param name="apply">Does it: to a project, by the key, for diagnostics of it.</param>
internal sealed class ProjectFixAllProvider(
    Func<string, string> title,
    Func<Project, string, ImmutableArray<Diagnostic>, CancellationToken, Task<Solution>> apply) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        string key = fixAllContext.CodeActionEquivalenceKey!;
        return Task.FromResult<CodeAction?>(CodeAction.Create(title(key), cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), key));
    }

    private async Task<Solution> FixAsync(FixAllContext context)
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
                // What diagnostics say means the same whatever has been changed in other projects.
                var current = solution.GetProject(project.Id)!;
                solution = await apply(current, context.CodeActionEquivalenceKey!, diagnostics, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
