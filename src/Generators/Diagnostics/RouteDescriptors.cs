using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Rules about templates.</summary>
internal static class RouteDescriptors
{
    private const string Category = "Upwire.Routing";

    public static readonly DiagnosticDescriptor TemplateSyntax = Rule.Error(
        DiagnosticIds.TemplateSyntax,
        Category,
        "The route template cannot be read",
        "The template '{0}' cannot be read: {1}");

    public static readonly DiagnosticDescriptor ParameterNotTaken = Rule.Error(
        DiagnosticIds.ParameterNotTaken,
        Category,
        "A template parameter that no method parameter takes",
        "The template names '{0}', but no parameter of '{1}' takes it{2}");

    public static readonly DiagnosticDescriptor FromRouteWithoutParameter = Rule.Error(
        DiagnosticIds.FromRouteWithoutParameter,
        Category,
        "[FromRoute] names nothing in the template",
        "The parameter '{0}' is to come from the route parameter '{1}', which the template '{2}' does not have");
}
