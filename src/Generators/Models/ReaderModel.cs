namespace Upwire.Generators.Models;

/// <summary>An object that is read from the fields of a form or a query, by a reader that is generated for its type.</summary>
/// <param name="Name">The generated reader's name.</param>
/// <param name="ValueType">The type, fully qualified.</param>
/// <param name="Arguments">What the constructor is given, in order.</param>
/// <param name="Required">The members that must be set with the construction.</param>
/// <param name="InitOnly">The members that can be set with the construction only.</param>
/// <param name="Settable">The members that are set afterwards, where the request has them.</param>
internal sealed record ReaderModel(
    string Name,
    string ValueType,
    EquatableArray<FieldModel> Arguments,
    EquatableArray<FieldModel> Required,
    EquatableArray<FieldModel> InitOnly,
    EquatableArray<FieldModel> Settable)
{
    public IEnumerable<FieldModel> Fields => Arguments.Concat(Required).Concat(InitOnly).Concat(Settable);
}
