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
        "The parameter '{0}' is to come from the route parameter '{1}', which the template '{2}' does not have{3}");

    public static readonly DiagnosticDescriptor UnknownConstraint = Rule.Error(
        DiagnosticIds.UnknownConstraint,
        Category,
        "A constraint that routing does not know",
        "The constraint '{0}' {1}");

    public static readonly DiagnosticDescriptor ConstraintType = Rule.Error(
        DiagnosticIds.ConstraintType,
        Category,
        "A constraint and a type that never agree",
        "The template lets pass '{0}' for '{1}', but no such text is a '{2}'; {3}");

    public static readonly DiagnosticDescriptor OptionalParameter = Rule.Error(
        DiagnosticIds.OptionalParameter,
        Category,
        "Optional in the template or in the method, not in both",
        "The parameter '{0}' {1}");

    public static readonly DiagnosticDescriptor RouteConflict = Rule.Error(
        DiagnosticIds.RouteConflict,
        Category,
        "Two endpoints answer the same requests",
        "'{0}' and {1} both answer {2}, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor UnreachableRoute = Rule.Warning(
        DiagnosticIds.UnreachableRoute,
        Category,
        "An endpoint that no request reaches",
        "No request ever reaches '{0}': {1}",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor DuplicateName = Rule.Error(
        DiagnosticIds.DuplicateName,
        Category,
        "Two endpoints have one name",
        "The endpoint '{0}' has the name '{1}', which {2} has as well; ASP.NET Core answers no request at all where a name stands for two",
        WellKnownDiagnosticTags.CompilationEnd);
}
