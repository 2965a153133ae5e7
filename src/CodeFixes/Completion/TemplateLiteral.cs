using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes.Completion;

/// <summary>The template of an attribute, written as one literal, and the parameter in it that is being written.</summary>
/// <param name="Argument">The literal, as an argument of the attribute.</param>
/// <param name="Parameter">The parameter at the caret.</param>
/// <param name="Word">What is being written, as far as it goes on behind the caret.</param>
/// <param name="Others">The template without that parameter.</param>
internal sealed record TemplateLiteral(AttributeArgumentSyntax Argument, OpenParameter Parameter, TextSpan Word, string Others)
{
    public AttributeSyntax Attribute => (AttributeSyntax)Argument.Parent!.Parent!;

    /// <summary>Finds it by syntax alone; null where the caret is not in a parameter of what may be a template.</summary>
    public static TemplateLiteral? Find(SyntaxNode root, int caret)
    {
        var token = root.FindToken(Math.Max(0, caret - 1));
        if (token.Parent is not LiteralExpressionSyntax { Parent: AttributeArgumentSyntax { NameEquals: null } argument }
            || LiteralText.ReadBefore(token, caret) is not { } before
            || OpenParameter.Read(before) is not { } parameter)
        {
            return null;
        }

        string template = token.ValueText;
        int wordEnd = before.Length;
        while (wordEnd < template.Length && RouteTemplateParameterText.IsNameCharacter(template[wordEnd]))
        {
            wordEnd++;
        }

        // Where the name is written with escapes, there is no telling what to replace.
        int wordStart = before.Length - (parameter.Constraint ?? parameter.Name).Length;
        string word = template.Substring(wordStart, wordEnd - wordStart);
        var span = new TextSpan(caret - (before.Length - wordStart), word.Length);
        return string.CompareOrdinal(token.Text, span.Start - token.SpanStart, word, 0, word.Length) == 0
            ? new(argument, parameter, span, WithoutParameter(template, parameter.Start))
            : null;
    }

    /// <summary>Whether the literal is an argument for a parameter of the attribute's constructor.</summary>
    public bool IsArgumentOf(IMethodSymbol constructor, string name)
    {
        int index = Attribute.ArgumentList!.Arguments.IndexOf(Argument);
        return Argument.NameColon is { } named
            ? named.Name.Identifier.ValueText == name
            : index < constructor.Parameters.Length && constructor.Parameters[index].Name == name;
    }

    private static string WithoutParameter(string template, int start)
    {
        int close = RouteTemplateParameterText.FindClose(template, start + 1, template[start]);
        int end = close >= 0 && close < template.Length ? close + 1 : template.IndexOf('/', start);
        return template.Substring(0, start) + "_" + (end < 0 ? "" : template.Substring(end));
    }
}
