namespace Upwire.Generators.Models;

/// <summary>A parameter of a handler, and where its value comes from.</summary>
/// <param name="Name">Its name, without escaping.</param>
/// <param name="TypeExpression">Its type, fully qualified and with nullability.</param>
/// <param name="Binding">Where its value comes from.</param>
internal sealed record ParameterModel(string Name, string TypeExpression, ParameterBinding Binding);
