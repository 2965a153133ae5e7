namespace Upwire.Generators.Models;

/// <summary>What the route table needs to know of the project and its references.</summary>
/// <param name="GeneratedNamespace">The namespace of all generated types, which no other assembly has.</param>
/// <param name="ReferencedModules">The route modules of referenced assemblies, fully qualified.</param>
internal sealed record AssemblyModel(string GeneratedNamespace, EquatableArray<string> ReferencedModules);
