using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>A method of the controller that <c>[WebSocket]</c> names, to be asked before a connection is accepted.</summary>
internal sealed class HandshakeMethod
{
    public const string Verify = nameof(Verify);

    public const string SelectSubProtocol = nameof(SelectSubProtocol);

    private HandshakeMethod(string setting, string name, ImmutableArray<IMethodSymbol> candidates)
    {
        Setting = setting;
        Name = name;
        Candidates = candidates;
    }

    /// <summary>The property of the attribute that names it.</summary>
    public string Setting { get; }

    public string Name { get; }

    /// <summary>What the name may mean: one method, where no rule is broken.</summary>
    public ImmutableArray<IMethodSymbol> Candidates { get; }

    /// <summary>The methods that an attribute names, in the order in which they are asked.</summary>
    public static ImmutableArray<HandshakeMethod> Of(AttributeData attribute, INamedTypeSymbol controller)
    {
        var methods = ImmutableArray.CreateBuilder<HandshakeMethod>();
        foreach (string setting in (string[])[Verify, SelectSubProtocol])
        {
            if (attribute.FindNamedArgument(setting) is { Kind: TypedConstantKind.Primitive, Value: string name })
            {
                methods.Add(new(setting, name, FindCandidates(controller, name)));
            }
        }

        return methods.ToImmutable();
    }

    // As the compiler looks a method up: what is not accessible does not count beside what is.
    private static ImmutableArray<IMethodSymbol> FindCandidates(INamedTypeSymbol controller, string name)
    {
        var found = new List<IMethodSymbol>();
        foreach (var declaring in controller.GetHierarchy().Reverse())
        {
            found.AddRange(declaring.GetMembers(name)
                .OfType<IMethodSymbol>()
                .Where(method => method.MethodKind == MethodKind.Ordinary && !found.Any(derived => Hides(derived, method)))
                .ToList());
        }

        var accessible = found.Where(static method => method.IsAccessibleInAssembly()).ToList();
        return accessible.Count > 0 ? [.. accessible] : [.. found];
    }

    // Overrides it, too.
    private static bool Hides(IMethodSymbol derived, IMethodSymbol method) =>
        derived.Arity == method.Arity
        && derived.Parameters.Select(static parameter => parameter.Type).SequenceEqual(method.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);
}
