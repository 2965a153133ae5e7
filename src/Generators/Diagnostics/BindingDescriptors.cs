using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Rules about parameters.</summary>
internal static class BindingDescriptors
{
    private const string Category = "Upwire.Binding";

    public static readonly DiagnosticDescriptor Unbindable = Rule.Error(
        DiagnosticIds.Unbindable,
        Category,
        "A parameter that cannot be bound",
        "The parameter '{0}' cannot be bound: {1}");

    public static readonly DiagnosticDescriptor TwoBodies = Rule.Error(
        DiagnosticIds.TwoBodies,
        Category,
        "Two parameters take the body",
        "The parameter '{0}' takes the body, which '{1}' takes already; put both into one type, or say with an attribute where '{0}' comes from");

    public static readonly DiagnosticDescriptor InferredBody = Rule.Error(
        DiagnosticIds.InferredBody,
        Category,
        "A body where none is expected",
        "The parameter '{0}' of the type '{1}' could only be a body, which is not assumed of a {2} request; add [FromServices] if it is a service, [FromQuery] if the query's keys make it, or [FromBody] if a body is really meant");

    public static readonly DiagnosticDescriptor MessagesNotTaken = Rule.Error(
        DiagnosticIds.MessagesNotTaken,
        Category,
        "Messages that a parameter cannot take",
        "The parameter '{0}' cannot take messages: {1}");

    public static readonly DiagnosticDescriptor DefaultInPlaceOfNull = Rule.Warning(
        DiagnosticIds.DefaultInPlaceOfNull,
        Category,
        "A default that cannot be told from a value",
        "A request without '{0}' gives the parameter '{1}' the value {2}, which cannot be told from one that was sent; make it '{3}?'{4}");

    public static readonly DiagnosticDescriptor NotValidatable = Rule.Error(
        DiagnosticIds.NotValidatable,
        Category,
        "An annotation that cannot be validated",
        "The parameter '{0}' cannot be validated: {1}");
}
