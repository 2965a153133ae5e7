using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Parameters, of constructors and of handlers, that come from the request's services.</summary>
internal static class ServiceParser
{
    public static ServiceModel Parse(IParameterSymbol parameter, KnownSymbols known)
    {
        var keyed = parameter.FindAttribute(known.FromKeyedServices);
        string? key = keyed is { ConstructorArguments: [var argument] } ? ConstantExpression.Of(argument) : null;
        return new(TypeExpression.NotNull(parameter.Type), key, FallbackOf(parameter));
    }

    private static string? FallbackOf(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? ConstantExpression.Of(parameter.Type, parameter.ExplicitDefaultValue)
        : parameter.NullableAnnotation == NullableAnnotation.Annotated ? "null"
        : null;
}
