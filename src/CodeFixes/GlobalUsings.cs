using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>The namespaces that all files of a project use.</summary>
internal static class GlobalUsings
{
    public static bool Have(Compilation compilation, string ns) =>
        compilation.SyntaxTrees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot()).Usings.Any(directive =>
            directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)
            && directive is { Alias: null, Name: not null }
            && directive.StaticKeyword.IsKind(SyntaxKind.None)
            && directive.Name.ToString().Replace("global::", "") == ns));
}
