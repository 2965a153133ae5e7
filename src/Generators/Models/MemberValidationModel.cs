namespace Upwire.Generators.Models;

/// <summary>A property that is validated.</summary>
/// <param name="Name">Its name, without escaping.</param>
/// <param name="DisplayName">The name that messages call it.</param>
/// <param name="JsonName">The name that an attribute gives it in JSON; null where none does.</param>
/// <param name="FieldName">The name of its field in a form or a query.</param>
/// <param name="Attributes">Its annotations, as expressions that construct them.</param>
/// <param name="Inner">The expression of the validator of what it is made of; null where nothing of that is annotated.</param>
internal sealed record MemberValidationModel(string Name, string DisplayName, string? JsonName, string FieldName, EquatableArray<string> Attributes, string? Inner);
