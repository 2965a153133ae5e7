using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Makes models of methods of the user's and of their parameters.</summary>
internal static class MethodParser
{
    /// <summary>Makes the model of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="metadata">Its attributes that are metadata of an endpoint.</param>
    public static MethodModel Parse(IMethodSymbol method, IReadOnlyList<AttributeData> metadata) => new(
        method.Name,
        method.IsStatic,
        method.ContainingType.GetMembers(method.Name).Length > 1,
        method.Parameters.Select(static parameter => TypeExpression.Operand(parameter.Type)).ToEquatableArray(),
        metadata.Select(AttributeParser.Construct).ToEquatableArray(),
        UsageWarnings.Of(method).Concat(UsageWarnings.OfAttributes(metadata)).ToEquatableArray());

    public static EquatableArray<ParameterModel> ParseParameters(IMethodSymbol method, ParameterParser parser) =>
        method.Parameters.Select(parameter => parser.Model(BindingTarget.Of(parameter))).ToEquatableArray();
}
