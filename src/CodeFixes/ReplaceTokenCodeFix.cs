using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Passes a token to a raw WebSocket that cannot abort a connection that is there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceTokenCodeFix))]
[Shared]
public sealed class ReplaceTokenCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.RawWebSocket];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Replacement) is { } token
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax replaced)
            {
                var expression = SyntaxFactory.ParseExpression(token).WithTriviaFrom(replaced).WithAdditionalAnnotations(Simplifier.Annotation);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Pass '{token.Replace("global::System.Threading.", "")}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(replaced, expression))),
                        nameof(ReplaceTokenCodeFix)),
                    diagnostic);
            }
        }
    }
}
