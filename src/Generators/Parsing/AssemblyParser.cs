using System.Text;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>What the route table needs of the project's name and references.</summary>
internal static class AssemblyParser
{
    private const string Runtime = "Upwire";

    /// <summary>Reads a compilation; null where it does not see the runtime, so that nothing generated would compile.</summary>
    public static AssemblyModel? Parse(Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (compilation.GetTypeByMetadataName("Upwire.CompilerServices.EndpointMapper") is null)
        {
            return null;
        }

        var modules = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(static assembly => assembly.Modules.First().ReferencedAssemblies.Any(static reference => reference.Name == Runtime))
            .Select(FindModule)
            .OfType<INamedTypeSymbol>()
            .Select(TypeExpression.Operand)
            .OrderBy(static name => name, StringComparer.Ordinal);

        return new(NamespaceOf(compilation.AssemblyName ?? "Assembly"), modules.ToEquatableArray());
    }

    private static INamedTypeSymbol? FindModule(IAssemblySymbol assembly) =>
        assembly.GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.ToDisplayString() == "Upwire.CompilerServices.RouteModuleAttribute")
            .Select(static attribute => attribute.ConstructorArguments is [{ Value: INamedTypeSymbol module }] ? module : null)
            .FirstOrDefault();

    // Different assembly names give different namespaces: '.' becomes '_', '_' becomes '__', and all others their number.
    private static string NamespaceOf(string assemblyName)
    {
        var name = new StringBuilder("Upwire.Generated.");
        foreach (char character in assemblyName)
        {
            _ = character switch
            {
                '.' => name.Append('_'),
                '_' => name.Append("__"),
                _ when char.IsLetterOrDigit(character) => name.Append(character),
                _ => name.Append("_u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        // A digit cannot begin an identifier.
        return char.IsDigit(assemblyName.FirstOrDefault()) ? name.Insert("Upwire.Generated.".Length, "_u").ToString() : name.ToString();
    }
}
