using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Makes models of methods of the user's and of their parameters.</summary>
internal static class MethodParser
{
    public static MethodModel Parse(IMethodSymbol method, KnownSymbols known)
    {
        var attributes = AttributeParser.Parse(method, known);
        return new(
            method.Name,
            method.IsStatic,
            method.ContainingType.GetMembers(method.Name).Length > 1,
            method.Parameters.Select(static parameter => TypeExpression.Operand(parameter.Type)).ToEquatableArray(),
            attributes.Select(AttributeParser.Construct).ToEquatableArray(),
            UsageWarnings.Of(method).Concat(UsageWarnings.OfAttributes(attributes)).ToEquatableArray());
    }

    public static EquatableArray<ParameterModel> ParseParameters(IMethodSymbol method, ParameterParser parser) =>
        method.Parameters.Select(parameter => parser.Model(BindingTarget.Of(parameter))).ToEquatableArray();
}
