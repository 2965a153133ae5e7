using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>Where a project builds its application, before which services are added.</summary>
internal sealed class ApplicationBuild
{
    private const string NewBuilder = "builder";

    private readonly InvocationExpressionSyntax _build;
    private readonly ExpressionSyntax _builder;

    private ApplicationBuild(Document document, StatementSyntax statement, InvocationExpressionSyntax build, ExpressionSyntax builder)
    {
        Document = document;
        Statement = statement;
        _build = build;
        _builder = builder;
    }

    public Document Document { get; }

    /// <summary>The statement in which it is built.</summary>
    public StatementSyntax Statement { get; }

    /// <summary>Finds the place; null where there are several, or services could not be added before it.</summary>
    public static async Task<ApplicationBuild?> FindAsync(Project project, CancellationToken cancellation)
    {
        var found = new List<(Document Document, SemanticModel Model, InvocationExpressionSyntax Build)>();
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
                && root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsNamedBuild).ToList() is { Count: > 0 } candidates
                && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
            {
                found.AddRange(candidates.Where(candidate => IsBuild(candidate, model, cancellation)).Select(build => (document, model, build)));
            }
        }

        return found is [var only] ? Create(only.Document, only.Model, only.Build) : null;
    }

    /// <summary>Adds the services before it, with a builder of its own where there was none.</summary>
    public SyntaxNode AddServices(SyntaxNode root, StatementSyntax statement)
    {
        if (_builder is IdentifierNameSyntax name)
        {
            return root.InsertCall(statement, name.Identifier.ValueText, Parse($"{name.Identifier.Text}.Services.AddUpwire();"));
        }

        var indentation = StatementInsertion.IndentationOf(statement);
        var lineEnd = LineEnd.Of(root);
        var declaration = (LocalDeclarationStatementSyntax)statement;
        string type = declaration.Declaration.Type.IsVar ? "var" : "WebApplicationBuilder";
        var build = statement.DescendantNodes().OfType<InvocationExpressionSyntax>().First(candidate => candidate.IsEquivalentTo(_build));
        var receiver = ((MemberAccessExpressionSyntax)build.Expression).Expression;
        return root.Replace(
            statement,
            [
                Parse($"{type} {NewBuilder} = {receiver.WithoutTrivia()};").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(lineEnd),
                Parse($"{NewBuilder}.Services.AddUpwire();").WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd),
                statement.ReplaceNode(receiver, SyntaxFactory.IdentifierName(NewBuilder)).WithLeadingTrivia(indentation),
            ]);
    }

    private static ApplicationBuild? Create(Document document, SemanticModel model, InvocationExpressionSyntax build)
    {
        var receiver = ((MemberAccessExpressionSyntax)build.Expression).Expression;
        return build.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && statement.IsAmongOthers()
            && !build.Ancestors().TakeWhile(ancestor => ancestor != statement).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax)
            && (receiver is IdentifierNameSyntax || CanSplit(statement, build, receiver, model))
                ? new(document, statement, build, receiver)
                : null;
    }

    // var app = WebApplication.CreateBuilder(args).Build();
    private static bool CanSplit(StatementSyntax statement, InvocationExpressionSyntax build, ExpressionSyntax receiver, SemanticModel model) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] }
        && value == build
        && receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax }
        && model.GetSymbolInfo(receiver).Symbol is IMethodSymbol { IsStatic: true, ContainingType.Name: "WebApplication" }
        && !statement.SyntaxTree.GetRoot().DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == NewBuilder);

    private static bool IsNamedBuild(InvocationExpressionSyntax call) =>
        call is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build" } };

    private static bool IsBuild(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is { ContainingType: { Name: "WebApplicationBuilder" } type }
        && type.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder";

    private static StatementSyntax Parse(string statement) => SyntaxFactory.ParseStatement(statement);
}
