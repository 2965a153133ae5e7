using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Awaits a send that was begun and forgotten.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitSendCodeFix))]
[Shared]
public sealed class AwaitSendCodeFix : CodeFixProvider
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
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax send
                && FindForgotten(send) is { } forgotten
                && CanAwait(forgotten))
            {
                var awaited = SyntaxFactory.AwaitExpression(
                    SyntaxFactory.Token(forgotten.GetLeadingTrivia(), SyntaxKind.AwaitKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                    send.WithoutLeadingTrivia());
                context.RegisterCodeFix(
                    CodeAction.Create("Await it", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(forgotten, awaited))), nameof(AwaitSendCodeFix)),
                    diagnostic);
            }
        }
    }

    // The expression of the whole statement, with the discard that it may be given to.
    private static ExpressionSyntax? FindForgotten(InvocationExpressionSyntax send) => send.Parent switch
    {
        ExpressionStatementSyntax => send,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } discard when discard.Right == send => discard,
        _ => null,
    };

    private static bool CanAwait(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static ancestor => ancestor is LockStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or GlobalStatementSyntax) switch
        {
            AnonymousFunctionExpressionSyntax lambda => !lambda.AsyncKeyword.IsKind(SyntaxKind.None),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            GlobalStatementSyntax => true,
            _ => false,
        };
}
