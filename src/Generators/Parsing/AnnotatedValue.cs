namespace Upwire.Generators.Parsing;

/// <summary>What a value is made of: an object, or objects in collections.</summary>
/// <param name="Object">The type of the objects.</param>
/// <param name="Wrap">Puts the validators of the collections around the expression of the validator of an object.</param>
internal sealed record AnnotatedValue(AnnotatedType Object, Func<string, string> Wrap);
