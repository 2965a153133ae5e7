using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Parameters, of constructors and of handlers, that come from the request's services.</summary>
internal static class ServiceParser
{
    public static ServiceModel Parse(BindingTarget target, KnownSymbols known)
    {
        var keyed = target.FindAttribute(known.FromKeyedServices);
        string? key = keyed is { ConstructorArguments: [var argument] } ? ConstantExpression.Of(argument) : null;
        string? fallback = target.HasDefault || target.Type.NullableAnnotation == NullableAnnotation.Annotated ? target.FindFallback() : null;
        return new(TypeExpression.NotNull(target.Type), key, fallback);
    }
}
