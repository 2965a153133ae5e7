namespace Upwire.Generators.Models;

/// <summary>A parameter of a handler, or a part of one that is taken apart, and where its value comes from.</summary>
/// <param name="Name">Its name, without escaping.</param>
/// <param name="TypeExpression">Its type, fully qualified and with nullability.</param>
/// <param name="Binding">Where its value comes from.</param>
/// <param name="DescribedTypes">The types that a description of it shows, as expressions that tell the runtime of them.</param>
/// <param name="Validation">What its annotations ask of it; null where there are none.</param>
/// <param name="MetadataProvider">Its type, if that tells of itself what it means for the endpoint.</param>
internal sealed record ParameterModel(
    string Name,
    string TypeExpression,
    ParameterBinding Binding,
    EquatableArray<string> DescribedTypes,
    ValidationModel? Validation,
    MetadataProviderModel? MetadataProvider)
{
    /// <summary>Itself, or, where it is taken apart, what it is made of.</summary>
    public IEnumerable<ParameterModel> Leaves => Binding is ParameterBinding.Composite composite
        ? composite.Arguments.Concat(composite.Members).SelectMany(static part => part.Leaves)
        : [this];

    /// <summary>Whether a parameter of another method has the same value, whatever its annotations ask of it.</summary>
    public bool IsBoundAs(ParameterModel other) =>
        Name == other.Name && TypeExpression == other.TypeExpression && Binding == other.Binding && Binding is not ParameterBinding.Composite;

    /// <summary>Itself, and, where it is taken apart, all that it is made of.</summary>
    public IEnumerable<ParameterModel> All => Binding is ParameterBinding.Composite composite
        ? composite.Arguments.Concat(composite.Members).SelectMany(static part => part.All).Append(this)
        : [this];
}
