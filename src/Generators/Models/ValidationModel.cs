namespace Upwire.Generators.Models;

/// <summary>What the annotations of a parameter, and of what it is made of, ask of its value.</summary>
/// <param name="MemberName">Its name, as annotations know it.</param>
/// <param name="Name">Its name, as the client knows it.</param>
/// <param name="DisplayName">The name that messages call it.</param>
/// <param name="IsJson">Whether it is read as JSON.</param>
/// <param name="Attributes">Its own annotations, as expressions that construct them.</param>
/// <param name="Inner">The expression of the validator of what it is made of; null where nothing of that is annotated.</param>
/// <param name="Validators">The validators that have to be generated.</param>
/// <param name="NeedsReflection">Whether an annotation tells the trimmer that it uses reflection.</param>
internal sealed record ValidationModel(
    string MemberName,
    string Name,
    string DisplayName,
    bool IsJson,
    EquatableArray<string> Attributes,
    string? Inner,
    EquatableArray<ValidatorModel> Validators,
    bool NeedsReflection);
