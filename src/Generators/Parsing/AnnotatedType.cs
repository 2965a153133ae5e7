using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>A type with what of it may have to be validated. Types refer to each other, and to themselves.</summary>
internal sealed class AnnotatedType(INamedTypeSymbol type)
{
    public INamedTypeSymbol Type { get; } = type;

    public ImmutableArray<AttributeData> Attributes { get; set; } = [];

    /// <summary>Whether its members are validated with it; otherwise each is a parameter of its own.</summary>
    public bool HasMembers { get; set; } = true;

    public bool ValidatesItself { get; set; }

    public List<AnnotatedMember> Members { get; } = [];

    /// <summary>The types that derive from it in JSON.</summary>
    public List<AnnotatedType> Derived { get; } = [];

    /// <summary>Whether anything of it has to be validated.</summary>
    public bool IsNeeded { get; set; }
}
