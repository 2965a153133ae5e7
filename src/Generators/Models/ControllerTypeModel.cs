namespace Upwire.Generators.Models;

/// <summary>The class itself, without its endpoints.</summary>
/// <param name="MetadataName">The full metadata name.</param>
/// <param name="Name">The name for comments.</param>
/// <param name="TypeExpression">The type, fully qualified.</param>
/// <param name="Constructor">The arguments of its construction; null where every handler is static.</param>
/// <param name="Disposal">Whether an instance is disposed when its request ends.</param>
/// <param name="HasLifetime">Whether it is told when its connections begin and end.</param>
/// <param name="Attributes">The expressions that construct its attributes.</param>
/// <param name="Warnings">The ids of the warnings that naming it gives.</param>
internal sealed record ControllerTypeModel(
    string MetadataName,
    string Name,
    string TypeExpression,
    EquatableArray<ServiceModel> Constructor,
    Disposal Disposal,
    bool HasLifetime,
    EquatableArray<string> Attributes,
    EquatableArray<string> Warnings);
