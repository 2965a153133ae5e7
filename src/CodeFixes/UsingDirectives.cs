using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>The usings of a file: in alphabetical order, those of System first.</summary>
internal static class UsingDirectives
{
    private const string Import = "Upwire.Import";

    /// <summary>Marks a node as in need of a namespace.</summary>
    public static T NeedingImport<T>(this T node, string ns)
        where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(Import, ns));

    /// <summary>Adds the namespaces that marked nodes need, and that the file does not have.</summary>
    public static SyntaxNode WithImports(this SyntaxNode root)
    {
        var unit = (CompilationUnitSyntax)root;
        var needed = unit.GetAnnotatedNodes(Import).SelectMany(static node => node.GetAnnotations(Import)).Select(static annotation => annotation.Data!);
        return needed.Distinct().Aggregate(unit, Add);
    }

    /// <summary>Puts a namespace in the place of another, and that in the alphabet.</summary>
    public static CompilationUnitSyntax ReplaceImport(this CompilationUnitSyntax unit, UsingDirectiveSyntax directive, string ns)
    {
        var usings = unit.Usings;
        if (usings.Count == 1)
        {
            return unit.WithUsings(usings.Replace(directive, directive.WithName(SyntaxFactory.ParseName(ns).WithTriviaFrom(directive.Name!))));
        }

        // What stands above the first using stays above.
        bool isFirst = usings[0] == directive;
        usings = usings.Remove(directive);
        return Add(unit.WithUsings(isFirst ? usings.Replace(usings[0], usings[0].WithLeadingTrivia(directive.GetLeadingTrivia())) : usings), ns);
    }

    private static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string ns)
    {
        if (unit.Usings.Any(directive => IsPlain(directive) && directive.Name!.ToString() == ns))
        {
            return unit;
        }

        var directive = SyntaxFactory
            .UsingDirective(SyntaxFactory.ParseName(ns).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(SyntaxFactory.TriviaList(Enumerable.Repeat(LineEnd.Of(unit), unit.Usings.Count == 0 ? 2 : 1)));

        int index = unit.Usings.IndexOf(other => !IsPlain(other) || IsBefore(ns, other.Name!.ToString()));
        index = index < 0 ? unit.Usings.Count : index;

        // What stands above the first using stays above.
        var usings = unit.Usings;
        if (index == 0 && usings.Count > 0)
        {
            directive = directive.WithLeadingTrivia(usings[0].GetLeadingTrivia());
            usings = usings.Replace(usings[0], usings[0].WithLeadingTrivia());
        }

        return unit.WithUsings(usings.Insert(index, directive));
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.GlobalKeyword.IsKind(SyntaxKind.None) && directive.Name is not null;

    private static bool IsBefore(string left, string right) =>
        IsSystem(left) == IsSystem(right) ? string.CompareOrdinal(left, right) < 0 : IsSystem(left);

    private static bool IsSystem(string ns) => ns == "System" || ns.StartsWith("System.", StringComparison.Ordinal);
}
