using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>Changes the template of an endpoint's attribute where it is written.</summary>
internal static class TemplateArgument
{
    /// <summary>The changes of the file; none where one of them has no place there.</summary>
    public static IReadOnlyList<TextChange> Change(EndpointDeclaration endpoint, IReadOnlyList<TemplateEdit> edits, CancellationToken cancellation)
    {
        if (endpoint.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax attribute)
        {
            return [];
        }

        var template = ViolationLocation.FindArgument(endpoint.Attribute, "template", cancellation)?.Expression;
        List<TextChange?> changes = endpoint.OriginalTemplate.Length > 0 && template is not null
            ? [.. edits.Select(edit => Change(endpoint, template, edit, cancellation))]
            : [Write(attribute, template, string.Concat(edits.Select(static edit => edit.Text)), endpoint.Kind)];

        return changes.Contains(null) ? [] : [.. changes.OfType<TextChange>()];
    }

    // What stands between two characters, or behind the last, is added to the one before.
    private static TextChange? Change(EndpointDeclaration endpoint, ExpressionSyntax template, TemplateEdit edit, CancellationToken cancellation)
    {
        bool isAdded = edit.Length == 0;
        int start = isAdded ? edit.Start - 1 : edit.Start;
        string replaced = endpoint.OriginalTemplate.Substring(start, isAdded ? 1 : edit.Length);
        var model = endpoint.Known.Compilation.GetSemanticModel(template.SyntaxTree);
        return ConstantText.Find(template, start, replaced.Length, model) is { } span
            ? LiteralEdit.Replace(template.SyntaxTree.GetRoot(cancellation), span, replaced, (isAdded ? replaced : "") + edit.Text)
            : null;
    }

    private static TextChange? Write(AttributeSyntax attribute, ExpressionSyntax? empty, string template, EndpointAttribute kind) => attribute.ArgumentList switch
    {
        _ when empty is not null => empty.IsKind(SyntaxKind.StringLiteralExpression) ? new(empty.Span, $"\"{template}\"") : null,
        _ when kind.IsToldVerb => null,
        null => new(new(attribute.Name.Span.End, 0), $"(\"{template}\")"),
        { Arguments.Count: 0 } list => new(list.Span, $"(\"{template}\")"),
        var list => new(new(list.Arguments[0].SpanStart, 0), $"\"{template}\", "),
    };
}
