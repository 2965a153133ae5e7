using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Upwire.CodeFixes;

/// <summary>Attributes of Upwire as they are written in a file: by their short names, unless those are another's there.</summary>
internal static class UpwireAttribute
{
    private const string Namespace = "Upwire";

    /// <summary>Writes the name of an attribute.</summary>
    /// <param name="name">The name, without the suffix.</param>
    /// <param name="model">The file.</param>
    /// <param name="position">Where it is to stand.</param>
    public static NameSyntax Write(string name, SemanticModel model, int position)
    {
        var written = WriteQualified(name);
        bool isSeen = model.LookupNamespacesAndTypes(position, name: $"{name}Attribute").Any(IsOfUpwire);
        return isSeen || !CanImport(model, position) ? written : written.NeedingImport(Namespace);
    }

    /// <summary>Writes the name of an attribute for a file that has the namespace, or gets it otherwise.</summary>
    public static NameSyntax WriteQualified(string name) =>
        SyntaxFactory.ParseName($"global::{Namespace}.{name}").WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Whether the names of the namespace mean nothing yet at a place: where another has them as well, a <c>using</c> would make them ambiguous.</summary>
    /// <param name="model">The file.</param>
    /// <param name="position">The place.</param>
    /// <param name="replaced">A namespace that the file will not have any more.</param>
    public static bool CanImport(SemanticModel model, int position, string? replaced = null) =>
        model.Compilation.GetTypeByMetadataName("Upwire.RouteAttribute")?.ContainingNamespace.GetTypeMembers().All(
            type => model.LookupNamespacesAndTypes(position, name: type.Name).All(other => IsOfUpwire(other) || other.ContainingNamespace?.ToDisplayString() == replaced)) == true;

    private static bool IsOfUpwire(ISymbol symbol) => symbol.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
