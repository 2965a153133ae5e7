using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>What the route table needs of the project's name and references.</summary>
internal static class AssemblyParser
{
    private const string Runtime = "Upwire";

    /// <summary>Reads a compilation; null where it does not see the runtime, so that nothing generated would compile.</summary>
    public static AssemblyModel? Parse(Declarations declarations, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var compilation = declarations.FindCompilation();
        if (compilation?.GetTypeByMetadataName("Upwire.CompilerServices.EndpointModule") is null)
        {
            return null;
        }

        var modules = ReferencesThatKnowUpwire(compilation)
            .Select(FindModule)
            .OfType<INamedTypeSymbol>()
            .Select(TypeExpression.Operand)
            .OrderBy(static name => name, StringComparer.Ordinal);

        return new(NamespaceOf(compilation.AssemblyName ?? "Assembly"), modules.ToEquatableArray());
    }

    /// <summary>The referenced assemblies that reference the runtime themselves, and so may have endpoints.</summary>
    public static IEnumerable<IAssemblySymbol> ReferencesThatKnowUpwire(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Where(static assembly => assembly.References(Runtime));

    /// <summary>The route module that an assembly names; null for one without endpoints.</summary>
    public static INamedTypeSymbol? FindModule(IAssemblySymbol assembly) =>
        assembly.GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.ToDisplayString() == "Upwire.CompilerServices.RouteModuleAttribute")
            .Select(static attribute => attribute.ConstructorArguments is [{ Value: INamedTypeSymbol module }] ? module : null)
            .FirstOrDefault();

    // Different assembly names give different namespaces. Most have letters, digits and dots only, and a dot becomes '_'. The
    // others, and C#'s keywords, begin with '_', which no letter does, and have each special character as '_' and something that tells which.
    private static string NamespaceOf(string assemblyName)
    {
        bool isPlain = assemblyName.Length > 0
            && char.IsLetter(assemblyName[0])
            && assemblyName.All(static c => c == '.' || char.IsLetterOrDigit(c))
            && SyntaxFacts.GetKeywordKind(assemblyName) == SyntaxKind.None;
        var name = new StringBuilder(isPlain ? "Upwire.Generated." : "Upwire.Generated._");
        foreach (char character in assemblyName)
        {
            _ = character switch
            {
                '.' => name.Append(isPlain ? "_" : "_d"),
                '_' => name.Append("__"),
                _ when char.IsLetterOrDigit(character) => name.Append(character),
                _ => name.Append("_u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return name.ToString();
    }
}
