using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Upwire.CodeFixes;

/// <summary>Attributes of Upwire as they are written in a file: by their short names, unless those are another's there.</summary>
internal static class UpwireAttribute
{
    /// <summary>Writes the name of an attribute.</summary>
    /// <param name="name">The name, without the suffix.</param>
    /// <param name="model">The file.</param>
    /// <param name="position">Where it is to stand.</param>
    public static NameSyntax Write(string name, SemanticModel model, int position)
    {
        var written = WriteQualified(name);
        var seen = model.LookupNamespacesAndTypes(position, name: $"{name}Attribute");
        return seen.IsEmpty && UpwireNamespace.CanImport(model, position) ? written.NeedingImport(UpwireNamespace.Name) : written;
    }

    /// <summary>Writes the name of an attribute for a file that has the namespace, or gets it otherwise.</summary>
    public static NameSyntax WriteQualified(string name) =>
        SyntaxFactory.ParseName($"global::{UpwireNamespace.Name}.{name}").WithAdditionalAnnotations(Simplifier.Annotation);
}
