using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>Edits of contexts.</summary>
internal static class JsonContextSyntax
{
    private const string Attribute = "JsonSerializable";

    /// <summary>Whether a part of a context names types.</summary>
    public static bool HasTypes(ClassDeclarationSyntax context) => context.AttributeLists.Any(IsOfTypes);

    /// <summary>Names one more type: among the others by the alphabet, if these are so, else behind them.</summary>
    public static ClassDeclarationSyntax With(this ClassDeclarationSyntax context, JsonRoot root, TypeNames names)
    {
        var lists = context.AttributeLists;
        var others = lists.Where(IsOfTypes).ToList();
        var name = others.Count > 0 ? others[0].Attributes[0].Name.WithoutTrivia() : names.WriteAttribute("System.Text.Json.Serialization.JsonSerializableAttribute");
        var list = ListOf(name, names.Write(root.Type), root.Name);

        string key = KeyOf(list);
        var keys = others.Select(KeyOf).ToList();
        bool isSorted = keys.SequenceEqual(keys.OrderBy(static other => other, StringComparer.Ordinal));
        var next = isSorted ? others.FirstOrDefault(other => string.CompareOrdinal(key, KeyOf(other)) < 0) : null;
        int index = next is not null ? lists.IndexOf(next)
            : others.Count > 0 ? lists.IndexOf(others[others.Count - 1]) + 1
            : lists.Count;

        return context.WithList(list, index);
    }

    private static AttributeListSyntax ListOf(NameSyntax name, TypeSyntax type, string? propertyName)
    {
        var arguments = SyntaxFactory.AttributeArgumentList().AddArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.TypeOfExpression(type)));
        if (propertyName is not null)
        {
            var value = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(propertyName));
            arguments = arguments.AddArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals("TypeInfoPropertyName"), nameColon: null, value));
        }

        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name, arguments))).NormalizeWhitespace();
    }

    // What stands above the first line of the class stays above.
    private static ClassDeclarationSyntax WithList(this ClassDeclarationSyntax context, AttributeListSyntax list, int index)
    {
        var above = context.GetLeadingTrivia();
        var indentation = above.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Skip(above.Count(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) - 1);
        var lineEnd = LineEnd.Of(context.SyntaxTree.GetRoot());

        var plain = index == 0 ? context.WithLeadingTrivia(indentation) : context;
        return plain
            .WithAttributeLists(plain.AttributeLists.Insert(index, list.WithLeadingTrivia(indentation).WithTrailingTrivia(lineEnd)))
            .WithLeadingTrivia(above);
    }

    private static bool IsOfTypes(AttributeListSyntax list) =>
        list.Attributes is [{ ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax }, ..], Name: var name }]
        && name.GetLastToken().ValueText is Attribute or Attribute + "Attribute";

    private static string KeyOf(AttributeListSyntax list) => TypeNames.Read(((TypeOfExpressionSyntax)list.Attributes[0].ArgumentList!.Arguments[0].Expression).Type);
}
