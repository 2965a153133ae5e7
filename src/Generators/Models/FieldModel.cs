namespace Upwire.Generators.Models;

/// <summary>A part of an object that is read from the fields of a form or a query.</summary>
/// <param name="Name">The parameter of the constructor, or the member; without escaping.</param>
/// <param name="Property">The property that it is, or that the constructor sets of it; null where there is none.</param>
/// <param name="Key">Its name in the request.</param>
/// <param name="ValueType">The type that is read, fully qualified.</param>
/// <param name="Reader">The reader's type.</param>
/// <param name="DescribedTypes">The types that a description of it shows, as expressions that tell the runtime of them.</param>
/// <param name="IsRequired">Whether a request without it fails.</param>
/// <param name="Fallback">The expression that stands for a missing value; null where the object's own value stays.</param>
internal sealed record FieldModel(string Name, string? Property, string Key, string ValueType, string Reader, EquatableArray<string> DescribedTypes, bool IsRequired, string? Fallback);
