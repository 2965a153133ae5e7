using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Upwire.CodeFixes;

/// <summary>Replaces attributes of MVC in a file, and its namespace where nothing else needs that.</summary>
internal static class MvcAttributeReplacement
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    public static SyntaxNode Replace(IReadOnlyList<MvcAttribute> attributes, SyntaxNode root, SemanticModel model)
    {
        var unit = (CompilationUnitSyntax)root;
        var directive = unit.Usings.FirstOrDefault(static directive => directive is { Alias: null, GlobalKeyword.RawKind: 0, StaticKeyword.RawKind: 0 } && directive.Name!.ToString() == Mvc);
        bool replacesNamespace = directive is not null
            && UpwireNamespace.CanImport(model, attributes[0].Syntax.SpanStart, replaced: Mvc)
            && !UsesMvc(unit, [.. attributes.Select(static attribute => attribute.Syntax.Name)], model);

        unit = unit.TrackNodes(attributes.Select(static attribute => (SyntaxNode)attribute.Syntax).Concat(directive is null ? [] : [directive]));
        foreach (var attribute in attributes)
        {
            var name = replacesNamespace ? UpwireAttribute.WriteQualified(attribute.Name) : UpwireAttribute.Write(attribute.Name, model, attribute.Syntax.SpanStart);
            unit = Replace(unit, attribute, name, model);
        }

        return (replacesNamespace ? WithoutMvc(unit, unit.GetCurrentNode(directive!)!) : unit).WithImports();
    }

    private static CompilationUnitSyntax Replace(CompilationUnitSyntax unit, MvcAttribute attribute, NameSyntax name, SemanticModel model)
    {
        var current = unit.GetCurrentNode(attribute.Syntax)!;
        var list = (AttributeListSyntax)current.Parent!;
        var edited = list.ReplaceNode(current, attribute.With(name));
        return attribute.EndpointName is null
            ? unit.ReplaceNode(list, edited)
            : unit.ReplaceNode(list, [edited, NameOf(attribute, attribute.EndpointName, list, model)]);
    }

    private static AttributeListSyntax NameOf(MvcAttribute attribute, ExpressionSyntax value, AttributeListSyntax list, SemanticModel model)
    {
        var type = model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Routing.EndpointNameAttribute")!;
        var names = new TypeNames(model.Compilation, model, attribute.Syntax.SpanStart);
        var argument = SyntaxFactory.AttributeArgument(value.WithoutTrivia());
        var written = SyntaxFactory.Attribute((NameSyntax)names.Write(type), SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
        var indentation = list.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? list.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) : [];
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(written))
            .WithLeadingTrivia(indentation.Take(1))
            .WithTrailingTrivia(list.GetTrailingTrivia());
    }

    // Names that had to be whole beside those of MVC need not be any more.
    private static CompilationUnitSyntax WithoutMvc(CompilationUnitSyntax unit, UsingDirectiveSyntax directive)
    {
        var replaced = unit.ReplaceImport(directive, UpwireNamespace.Name);
        return replaced.ReplaceNodes(
            replaced.DescendantNodes().OfType<AttributeSyntax>().Select(static attribute => attribute.Name).Where(static name => name is QualifiedNameSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: UpwireNamespace.Name } }),
            static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    // What is written with its namespace does not need the using.
    private static bool UsesMvc(CompilationUnitSyntax unit, HashSet<SyntaxNode> replaced, SemanticModel model) =>
        unit.DescendantNodes(descendIntoTrivia: true)
            .OfType<SimpleNameSyntax>()
            .Where(name => !replaced.Contains(name) && !(name.Parent is QualifiedNameSyntax qualified && qualified.Right == name))
            .Any(name => model.GetSymbolInfo(name).Symbol is { } symbol && IsOfMvc(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.ReducedExtension } method ? method.ContainingType : symbol));

    private static bool IsOfMvc(ISymbol symbol) => symbol is INamedTypeSymbol { ContainingNamespace: { } ns } && ns.ToDisplayString() == Mvc;
}
