using System.Collections.Immutable;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0003: whether the template has what <c>[FromRoute]</c> asks for.</summary>
internal static class RouteNameRules
{
    /// <summary>The violation of a parameter that asks for what the template does not have.</summary>
    public static Violation Missing(BindingTarget target, string key, EndpointDeclaration endpoint)
    {
        var taken = TemplateRules.NamesTakenBy(endpoint);
        string? nearest = NearestName.Find(key, endpoint.Template.Parameters
            .Select(static parameter => parameter.Name)
            .Where(name => !taken.Contains(name, StringComparer.OrdinalIgnoreCase)));

        return new(
            RouteDescriptors.FromRouteWithoutParameter,
            target.Symbol,
            target.Name,
            key,
            endpoint.Joined.Text,
            nearest is null ? "" : $"; did you mean '{nearest}'?")
        {
            Properties = ImmutableDictionary<string, string?>.Empty
                .Add(DiagnosticProperties.Name, key)
                .Add(DiagnosticProperties.Nearest, IsInAnother(key, endpoint) ? null : nearest)
                .Add(DiagnosticProperties.Addition, Write(target, key, endpoint.Known)),
        };
    }

    // Where another attribute of the method has the name, it is right there.
    private static bool IsInAnother(string key, EndpointDeclaration endpoint) =>
        EndpointDeclaration.Of(endpoint.Method, endpoint.Known).Any(other => other.Template.Find(key) is not null);

    private static string? Write(BindingTarget target, string key, KnownSymbols known)
    {
        if (key is "" or "_" || !key.All(RouteTemplateParameterText.IsNameCharacter) || TextParser.Find(target.Type, known) is not { Shape: TextShape.Value })
        {
            return null;
        }

        // That of a byte is a range, of which nobody thinks at once.
        string? constraint = ConstraintTypes.OfType(target.Type, known) is { } ofType && !ofType.Contains('(') ? ":" + ofType : null;
        return key + constraint + (OptionalityRules.IsOptional(target) ? "?" : null);
    }
}
