namespace Upwire.Generators.Models;

/// <summary>The user's method.</summary>
/// <param name="Name">Its name, without escaping.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
/// <param name="IsOverloaded">Whether its class has other methods of the name.</param>
/// <param name="ParameterTypes">The types of its parameters as operands of <c>typeof</c>.</param>
/// <param name="Attributes">Its attributes that are metadata of its endpoint, as expressions that construct them; none where it is only asked before a connection.</param>
/// <param name="Warnings">The ids of the warnings that naming it and its types gives.</param>
internal sealed record MethodModel(
    string Name,
    bool IsStatic,
    bool IsOverloaded,
    EquatableArray<string> ParameterTypes,
    EquatableArray<string> Attributes,
    EquatableArray<string> Warnings);
