using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Writes in a template what was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RewriteTemplateCodeFix))]
[Shared]
public sealed class RewriteTemplateCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TemplateSyntax, DiagnosticIds.UnknownConstraint];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Replacement) is { } replacement
                && diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Replaced) is { } replaced
                && LiteralEdit.Replace(root, diagnostic.Location.SourceSpan, replaced, replacement) is { } change)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{replacement}'", cancellation => ReplaceAsync(context.Document, change, cancellation), nameof(RewriteTemplateCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, TextChange change, CancellationToken cancellation) =>
        document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(change));
}
