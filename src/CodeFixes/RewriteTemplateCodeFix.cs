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
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Where the literal has escapes there, or the template is put together elsewhere, the source does not say the same.
            var span = diagnostic.Location.SourceSpan;
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Replacement) is { } replacement
                && text.ToString(span) == diagnostic.Properties[DiagnosticProperties.Replaced])
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{replacement}'", _ => Task.FromResult(Replace(context.Document, text, span, replacement)), nameof(RewriteTemplateCodeFix)),
                    diagnostic);
            }
        }
    }

    private static Document Replace(Document document, SourceText text, TextSpan span, string replacement) =>
        document.WithText(text.WithChanges(new TextChange(span, replacement)));
}
