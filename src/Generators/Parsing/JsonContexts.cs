using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>The contexts that a project has, and the types that they cover.</summary>
internal sealed class JsonContexts
{
    // Those of a referenced assembly are read once, and not with every change of the project.
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<ImmutableArray<INamedTypeSymbol>>> Referenced = new();

    private readonly JsonSymbols _symbols;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _own;
    private readonly Lazy<HashSet<ITypeSymbol>> _types;
    private readonly Lazy<HashSet<ITypeSymbol>> _referencedTypes;

    public JsonContexts(Compilation compilation)
    {
        _symbols = new(compilation);
        _own = new(() => Find(compilation.Assembly.GlobalNamespace));
        _types = new(CollectOwn);
        _referencedTypes = new(() => Collect(compilation.SourceModule.ReferencedAssemblySymbols.Where(MayHaveContexts).SelectMany(FindReferenced)));
    }

    /// <summary>The contexts of the project itself.</summary>
    public ImmutableArray<INamedTypeSymbol> Own => _own.Value;

    /// <summary>The project's contexts that a type can be named in: the members of a public one are public.</summary>
    public IEnumerable<INamedTypeSymbol> ChoicesFor(ITypeSymbol type) => Own.Where(context => !context.IsPublic() || type.IsPublic());

    /// <summary>Whether a context of the project, or a public one that it references, has a contract of a type.</summary>
    public bool Cover(ITypeSymbol type)
    {
        var plain = _symbols.AtRunTime(type);
        return _types.Value.Contains(plain) || _referencedTypes.Value.Contains(plain);
    }

    /// <summary>The type as contracts know it.</summary>
    public ITypeSymbol AtRunTime(ITypeSymbol type) => _symbols.AtRunTime(type);

    /// <summary>The types that one context has contracts of.</summary>
    public HashSet<ITypeSymbol> TypesOf(INamedTypeSymbol context)
    {
        var graph = new JsonGraph(_symbols, context);
        graph.Add(RootsOf(context));
        return graph.Types;
    }

    /// <summary>The types that any context has contracts of once it names a type.</summary>
    public HashSet<ITypeSymbol> Reach(ITypeSymbol root)
    {
        var graph = new JsonGraph(_symbols, _symbols.Compilation.Assembly);
        graph.Add([(root, null)]);
        return graph.Types;
    }

    private HashSet<ITypeSymbol> CollectOwn()
    {
        // Upwire itself adds these to the application's.
        var problems = new JsonGraph(_symbols, _symbols.Compilation.Assembly);
        problems.Add(
            ((string[])["Microsoft.AspNetCore.Mvc.ProblemDetails", "Microsoft.AspNetCore.Http.HttpValidationProblemDetails"])
                .Select(_symbols.Compilation.GetTypeByMetadataName)
                .OfType<ITypeSymbol>()
                .Select(static type => (type, (string?)null)));

        var types = Collect(Own);
        types.UnionWith(problems.Types);
        return types;
    }

    private HashSet<ITypeSymbol> Collect(IEnumerable<INamedTypeSymbol> contexts)
    {
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var context in contexts)
        {
            types.UnionWith(TypesOf(context));
        }

        return types;
    }

    private IEnumerable<(ITypeSymbol Type, string? Name)> RootsOf(INamedTypeSymbol context) =>
        context.GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(_symbols.Serializable))
            .Select(static attribute => (Type: attribute.ConstructorArguments is [{ Value: ITypeSymbol type }] ? type : null, Name: attribute.FindNamedArgument("TypeInfoPropertyName")?.Value as string))
            .Where(static root => root.Type is not null)!;

    // .NET's own are internal.
    private bool MayHaveContexts(IAssemblySymbol assembly) =>
        _symbols.Context is { } context
        && !assembly.Name.StartsWith("System.", StringComparison.Ordinal)
        && !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
        && assembly.References(context.ContainingAssembly.Name);

    private IEnumerable<INamedTypeSymbol> FindReferenced(IAssemblySymbol assembly)
    {
        var contexts = Referenced.GetValue(assembly, other => new(Find(other.GlobalNamespace))).Value;
        return contexts.Where(context => _symbols.Compilation.IsSymbolAccessibleWithin(context, _symbols.Compilation.Assembly));
    }

    private ImmutableArray<INamedTypeSymbol> Find(INamespaceSymbol root)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var open = new Stack<INamespaceOrTypeSymbol>([root]);
        while (open.Count > 0)
        {
            var container = open.Pop();
            foreach (var member in container is INamespaceSymbol space ? space.GetMembers() : container.GetTypeMembers().CastArray<INamespaceOrTypeSymbol>())
            {
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Class } type && type.IsOrDerivesFrom(_symbols.Context))
                {
                    found.Add(type);
                }

                open.Push(member);
            }
        }

        return [.. found.OrderBy(static context => context.GetFullMetadataName(), StringComparer.Ordinal)];
    }
}
