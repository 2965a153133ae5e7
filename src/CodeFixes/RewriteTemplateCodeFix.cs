using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;
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
            // Where a constant or several operands make the text, there is no place for another.
            var span = diagnostic.Location.SourceSpan;
            var token = root.FindToken(span.Start);
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Replacement) is { } replacement
                && diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Replaced) is { } replaced
                && LiteralText.Read(token, span) == replaced)
            {
                var change = ChangeOf(token, span, replaced, replacement);
                context.RegisterCodeFix(
                    CodeAction.Create($"Write '{replacement}'", cancellation => ReplaceAsync(context.Document, change, cancellation), nameof(RewriteTemplateCodeFix)),
                    diagnostic);
            }
        }
    }

    // What is only added leaves the rest as it is written, escapes and all.
    private static TextChange ChangeOf(SyntaxToken token, TextSpan span, string replaced, string replacement) =>
        replacement.StartsWith(replaced, StringComparison.Ordinal)
            ? new(new TextSpan(span.End, 0), Write(token, replacement.Substring(replaced.Length)))
            : new(span, Write(token, replacement));

    // Names, angles and braces are what is ever written; all but the braces are themselves in any literal.
    private static string Write(SyntaxToken token, string text) => LiteralText.DoublesBraces(token) ? text.Replace("{", "{{").Replace("}", "}}") : text;

    private static async Task<Document> ReplaceAsync(Document document, TextChange change, CancellationToken cancellation) =>
        document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(change));
}
