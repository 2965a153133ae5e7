namespace Upwire.Generators.Models;

/// <summary>A type whose values are validated, by a validator that is generated for it.</summary>
/// <param name="Name">The generated class's name.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="Attributes">Its own annotations, as expressions that construct them.</param>
/// <param name="Members">Its properties, as far as they are annotated or made of what is.</param>
/// <param name="Derived">The expressions of the validators of the types that derive from it in JSON.</param>
/// <param name="NeedsReflection">Whether an annotation tells the trimmer that it uses reflection.</param>
internal sealed record ValidatorModel(
    string Name,
    string Type,
    EquatableArray<string> Attributes,
    EquatableArray<MemberValidationModel> Members,
    EquatableArray<string> Derived,
    bool NeedsReflection);
