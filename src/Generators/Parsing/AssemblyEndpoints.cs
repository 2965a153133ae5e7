using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators.Parsing;

/// <summary>The endpoints of assemblies that a project references: <c>MapUpwire</c> maps them beside its own.</summary>
internal static class AssemblyEndpoints
{
    /// <summary>Finds all of them, those of internal methods, too.</summary>
    public static IEnumerable<EndpointDeclaration> OfReferences(Compilation compilation)
    {
        var modules = AssemblyParser.ReferencesThatKnowUpwire(compilation)
            .Where(static assembly => AssemblyParser.FindModule(assembly) is not null)
            .Select(static assembly => assembly.Identity)
            .ToList();

        if (modules.Count == 0)
        {
            return [];
        }

        // A compilation does not see what is internal to others unless it is told to, and then does so for nothing else.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.Internal);
        var inside = CSharpCompilation.Create("References", references: compilation.References, options: options);
        var known = KnownSymbols.Of(inside);
        return inside.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => modules.Contains(assembly.Identity))
            .SelectMany(static assembly => TypesOf(assembly.GlobalNamespace))
            .SelectMany(type => EndpointDeclaration.Of(type, known));
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? TypesOf(type).Prepend(type) : TypesOf(member));
}
