using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Compresses each message for itself, where a window was kept for each connection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompressPerMessageCodeFix))]
[Shared]
public sealed class CompressPerMessageCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.CostlyCompression];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // A constant of the user's own is declared elsewhere, perhaps for others, too.
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault() is { Identifier.ValueText: "ContextTakeover" } name)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Compress each message for itself",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(name, SyntaxFactory.IdentifierName("PerMessage").WithTriviaFrom(name)))),
                        "PerMessage"),
                    diagnostic);
            }
        }
    }
}
