using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>Puts statements among others, in a block or at the top of a program.</summary>
internal static class StatementInsertion
{
    /// <summary>Whether a statement stands among others, so that one can be put before it.</summary>
    public static bool IsAmongOthers(this StatementSyntax statement) => statement.Parent is BlockSyntax or GlobalStatementSyntax;

    /// <summary>
    /// Puts a call on something before a statement: behind the last statement before it where that makes the thing, or calls it, too; else
    /// below the empty lines above the statement, whose comments stay with it.
    /// </summary>
    /// <param name="root">The file.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="target">What is called.</param>
    /// <param name="call">The call, as a statement.</param>
    public static SyntaxNode InsertCall(this SyntaxNode root, StatementSyntax statement, string target, StatementSyntax call)
    {
        var leading = statement.GetLeadingTrivia();
        if (Before(statement) is { } before && IsOf(before, target) && EndsLine(before) && !leading.Any(static trivia => trivia.IsDirective))
        {
            return root.InsertBehind(before, call);
        }

        return root.Replace(statement, [.. Split(statement, call, LineEnd.Of(root))]);
    }

    /// <summary>Puts a statement behind another, on a line of its own.</summary>
    public static SyntaxNode InsertBehind(this SyntaxNode root, StatementSyntax statement, StatementSyntax added)
    {
        var line = added.WithLeadingTrivia(IndentationOf(statement)).WithTrailingTrivia(LineEnd.Of(root));
        return statement.Parent is GlobalStatementSyntax global
            ? root.InsertNodesAfter(global, [SyntaxFactory.GlobalStatement(line)])
            : root.InsertNodesAfter(statement, [line]);
    }

    /// <summary>Puts several statements in the place of one.</summary>
    public static SyntaxNode Replace(this SyntaxNode root, StatementSyntax statement, IReadOnlyList<StatementSyntax> replacements) =>
        statement.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, replacements.Select(SyntaxFactory.GlobalStatement))
            : root.ReplaceNode(statement, replacements);

    /// <summary>The white space before a statement, on its line.</summary>
    public static SyntaxTriviaList IndentationOf(StatementSyntax statement) =>
        statement.GetLeadingTrivia() is { Count: > 0 } leading && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : default;

    private static IEnumerable<StatementSyntax> Split(StatementSyntax statement, StatementSyntax call, SyntaxTrivia lineEnd)
    {
        var leading = statement.GetLeadingTrivia();
        var indentation = IndentationOf(statement);
        bool hasDirective = leading.Any(static trivia => trivia.IsDirective);
        int split = hasDirective ? leading.Count : leading.TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Count();
        yield return call.WithLeadingTrivia(leading.Take(split)).WithTrailingTrivia(lineEnd);
        yield return statement.WithLeadingTrivia(indentation.AddRange(leading.Skip(split)));
    }

    private static StatementSyntax? Before(StatementSyntax statement)
    {
        IEnumerable<StatementSyntax> all = statement.Parent is BlockSyntax block
            ? block.Statements
            : statement.Parent!.Parent!.ChildNodes().OfType<GlobalStatementSyntax>().Select(static global => global.Statement);

        return all.TakeWhile(other => other != statement).LastOrDefault();
    }

    private static bool IsOf(StatementSyntax statement, string target) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => variable.Identifier.ValueText == target,
        ExpressionStatementSyntax expression => BeginOf(expression.Expression) is IdentifierNameSyntax name && name.Identifier.ValueText == target,
        _ => false,
    };

    private static ExpressionSyntax BeginOf(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax assignment => BeginOf(assignment.Left),
        AwaitExpressionSyntax awaited => BeginOf(awaited.Expression),
        InvocationExpressionSyntax call => BeginOf(call.Expression),
        MemberAccessExpressionSyntax access => BeginOf(access.Expression),
        ElementAccessExpressionSyntax access => BeginOf(access.Expression),
        _ => expression,
    };

    private static bool EndsLine(StatementSyntax statement) => statement.GetTrailingTrivia() is { Count: > 0 } trailing && trailing[trailing.Count - 1].IsKind(SyntaxKind.EndOfLineTrivia);
}
