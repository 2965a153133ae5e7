using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>Whether a file can have a <c>using</c> of Upwire's namespace.</summary>
internal static class UpwireNamespace
{
    public const string Name = "Upwire";

    /// <summary>Whether nothing that a file says becomes ambiguous by it.</summary>
    /// <param name="model">The file.</param>
    /// <param name="position">A place in it.</param>
    /// <param name="replaced">A namespace that the file will not have any more.</param>
    public static bool CanImport(SemanticModel model, int position, string? replaced = null)
    {
        if (model.Compilation.GetTypeByMetadataName("Upwire.RouteAttribute")?.ContainingNamespace is not { } ns)
        {
            return false;
        }

        var said = new HashSet<string>(model.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText));
        return ns.GetTypeMembers()
            .Where(type => said.Contains(type.Name) || said.Contains(type.Name.Replace("Attribute", "")))
            .SelectMany(type => model.LookupNamespacesAndTypes(position, name: type.Name))
            .All(meant => IsOfUpwire(meant) || meant.ContainingNamespace?.ToDisplayString() == replaced);
    }

    private static bool IsOfUpwire(ISymbol symbol) => symbol.ContainingNamespace is { Name: Name, ContainingNamespace.IsGlobalNamespace: true };
}
