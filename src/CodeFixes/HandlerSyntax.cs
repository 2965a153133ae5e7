using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>Edits of handlers, as a careful person would make them.</summary>
internal static class HandlerSyntax
{
    /// <summary>Adds a required parameter: before the cancellation token and whatever has a default, else at the end.</summary>
    public static MethodDeclarationSyntax WithParameter(this MethodDeclarationSyntax method, TypeSyntax type, string name)
    {
        var parameters = method.ParameterList.Parameters;
        int index = parameters.IndexOf(IsLast);
        index = index < 0 ? parameters.Count : index;

        // Where each parameter has a line of its own, the new one gets one as well.
        var neighbour = parameters.Count == 0 ? null : parameters[Math.Min(index, parameters.Count - 1)];
        bool isBroken = neighbour?.GetLeadingTrivia().Any(SyntaxKind.WhitespaceTrivia) == true;
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isBroken ? SyntaxFactory.ElasticLineFeed : SyntaxFactory.Space);
        var parameter = SyntaxFactory.Parameter(Identifier(name)).WithType(type.WithTrailingTrivia(SyntaxFactory.Space));
        if (isBroken)
        {
            separator = parameters.SeparatorCount > 0 ? parameters.GetSeparator(0) : separator;
            parameter = parameter.WithLeadingTrivia(neighbour!.GetLeadingTrivia());
        }

        var commas = parameters.GetSeparators().ToList();
        if (parameters.Count > 0)
        {
            commas.Insert(Math.Min(index, commas.Count), separator);
        }

        return method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(parameters.Insert(index, parameter), commas)));
    }

    /// <summary>Puts an attribute without arguments before a parameter.</summary>
    public static ParameterSyntax WithAttribute(this ParameterSyntax parameter, NameSyntax attribute)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(attribute)));
        return parameter
            .WithLeadingTrivia()
            .WithAttributeLists(parameter.AttributeLists.Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    /// <summary>Takes attributes from a parameter, and the brackets of those that were alone in them.</summary>
    public static ParameterSyntax WithoutAttributes(this ParameterSyntax parameter, IReadOnlyList<AttributeSyntax> attributes)
    {
        var lists = parameter.AttributeLists.Where(list => list.Attributes.All(attributes.Contains)).ToList();
        var removed = lists.Concat<SyntaxNode>(attributes.Where(attribute => !lists.Contains(attribute.Parent))).ToList();

        // What begins a line by its end begins it by its indentation then.
        var edited = parameter.TrackNodes(removed);
        foreach (var list in lists)
        {
            var next = edited.GetCurrentNode(list)!.GetLastToken().GetNextToken();
            edited = next.HasLeadingTrivia ? edited : edited.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia()));
        }

        return edited.RemoveNodes(removed.Select(node => edited.GetCurrentNode(node)!), SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    /// <summary>Makes a method public, whatever it was.</summary>
    public static MethodDeclarationSyntax WithPublic(this MethodDeclarationSyntax method)
    {
        var first = method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken();
        var modifiers = method.Modifiers
            .Where(static modifier => !SyntaxFacts.IsAccessibilityModifier(modifier.Kind()))
            .Select(static modifier => modifier.WithLeadingTrivia())
            .Prepend(SyntaxFactory.Token(first.LeadingTrivia, SyntaxKind.PublicKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)));

        return method
            .WithReturnType(method.Modifiers.Count > 0 ? method.ReturnType : method.ReturnType.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(modifiers));
    }

    /// <summary>A public method to stand behind another, static if that is, which returns a literal.</summary>
    public static MethodDeclarationSyntax Sibling(this MethodDeclarationSyntax method, TypeSyntax returnType, string name, SyntaxKind literal)
    {
        var modifiers = SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.PublicKeyword));
        modifiers = method.Modifiers.Any(SyntaxKind.StaticKeyword) ? modifiers.Add(SyntaxFactory.Token(SyntaxKind.StaticKeyword)) : modifiers;
        var lineEnd = method.GetTrailingTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        lineEnd = lineEnd.IsKind(SyntaxKind.None) ? SyntaxFactory.ElasticLineFeed : lineEnd;
        var indentation = method.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return SyntaxFactory.MethodDeclaration(returnType, Identifier(name))
            .WithModifiers(modifiers)
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.LiteralExpression(literal)))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .NormalizeWhitespace()
            .WithLeadingTrivia(lineEnd, indentation)
            .WithTrailingTrivia(lineEnd);
    }

    private static SyntaxToken Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            ? SyntaxFactory.Identifier(name)
            : SyntaxFactory.Identifier(default, SyntaxKind.IdentifierToken, "@" + name, name, default);

    // C# wants what is required before what is not; .NET's guidelines want the token last.
    private static bool IsLast(ParameterSyntax parameter) =>
        parameter.Default is not null
        || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
        || parameter.Type is IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" } or QualifiedNameSyntax { Right.Identifier.ValueText: "CancellationToken" };
}
