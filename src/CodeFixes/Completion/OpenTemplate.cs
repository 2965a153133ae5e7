using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes.Completion;

/// <summary>The template of an attribute, and the parameter in it that is being written.</summary>
/// <param name="Argument">The template, as an argument of the attribute.</param>
/// <param name="Parameter">The parameter at the caret.</param>
/// <param name="Word">What is being written, as far as it goes on behind the caret.</param>
/// <param name="Others">The template without that parameter.</param>
internal sealed record OpenTemplate(AttributeArgumentSyntax Argument, OpenParameter Parameter, TextSpan Word, string Others)
{
    public AttributeSyntax Attribute => (AttributeSyntax)Argument.Parent!.Parent!;

    /// <summary>Finds the argument that may be a template, by syntax alone; null where the caret is in no text of one.</summary>
    public static AttributeArgumentSyntax? FindArgument(SyntaxNode root, int caret) =>
        FindToken(root, caret) is { Parent: LiteralExpressionSyntax or InterpolatedStringTextSyntax } token
        && token.Parent.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals: null } argument
            ? argument
            : null;

    /// <summary>Reads the template; null where the caret is in none of its parameters, and where what it is made of is not known.</summary>
    public static OpenTemplate? Read(AttributeArgumentSyntax argument, int caret, SemanticModel model)
    {
        if (model.GetConstantValue(argument.Expression).Value is not string template
            || ConstantText.CountBefore(argument.Expression, caret, model) is not { } written
            || OpenParameter.Read(template.Substring(0, written)) is not { } parameter)
        {
            return null;
        }

        int wordEnd = written;
        while (wordEnd < template.Length && RouteTemplateParameterText.IsNameCharacter(template[wordEnd]))
        {
            wordEnd++;
        }

        // Where the name is written with escapes, or in pieces, there is no telling what to replace.
        var token = FindToken(argument, caret);
        int wordStart = written - (parameter.Constraint ?? parameter.Name).Length;
        string word = template.Substring(wordStart, wordEnd - wordStart);
        var span = new TextSpan(caret - (written - wordStart), word.Length);
        return token.Span.Contains(span) && token.Text.Substring(span.Start - token.SpanStart, span.Length) == word
            ? new(argument, parameter, span, WithoutParameter(template, parameter.Start))
            : null;
    }

    /// <summary>Whether it is the argument for a parameter of the attribute's constructor.</summary>
    public bool IsArgumentOf(IMethodSymbol constructor, string name)
    {
        int index = Attribute.ArgumentList!.Arguments.IndexOf(Argument);
        return Argument.NameColon is { } named
            ? named.Name.Identifier.ValueText == name
            : index < constructor.Parameters.Length && constructor.Parameters[index].Name == name;
    }

    private static SyntaxToken FindToken(SyntaxNode root, int caret) => root.FindToken(Math.Max(root.FullSpan.Start, caret - 1));

    private static string WithoutParameter(string template, int start)
    {
        int close = RouteTemplateParameterText.FindClose(template, start + 1, template[start]);
        int end = close >= 0 && close < template.Length ? close + 1 : template.IndexOf('/', start);
        return template.Substring(0, start) + "_" + (end < 0 ? "" : template.Substring(end));
    }
}
