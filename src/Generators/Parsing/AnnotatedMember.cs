using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>A property that may have to be validated.</summary>
/// <param name="Property">The property.</param>
/// <param name="Annotations">Its validation attributes, and those of the constructor's parameter that sets it.</param>
/// <param name="Value">What its value is made of; null where that is nothing to validate.</param>
internal sealed record AnnotatedMember(IPropertySymbol Property, ImmutableArray<AttributeData> Annotations, AnnotatedValue? Value);
