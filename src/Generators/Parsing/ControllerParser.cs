using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Makes a model of the class around an endpoint.</summary>
internal static class ControllerParser
{
    public static ControllerTypeModel Parse(INamedTypeSymbol type, KnownSymbols known)
    {
        var constructor = type.IsStatic ? null : ConstructorParser.Choose(type, known);
        var attributes = AttributeParser.Parse(type, known);
        return new(
            type.GetFullMetadataName(),
            type.Name,
            TypeExpression.Operand(type),
            (constructor?.Parameters.Select(parameter => ServiceParser.Parse(BindingTarget.Of(parameter), known)) ?? []).ToEquatableArray(),
            DisposalOf(type, known),
            type.IsOrImplements(known.WebSocketLifetime),
            attributes.Select(AttributeParser.Construct).ToEquatableArray(),
            UsageWarnings.OfType(type)
                .Concat(constructor is null ? [] : UsageWarnings.Of(constructor))
                .Concat(UsageWarnings.OfAttributes(attributes))
                .ToEquatableArray());
    }

    private static Disposal DisposalOf(INamedTypeSymbol type, KnownSymbols known) =>
        type.IsOrImplements(known.AsyncDisposable) ? Disposal.Asynchronous
        : type.IsOrImplements(known.Disposable) ? Disposal.Synchronous
        : Disposal.None;
}
