using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0001 and UPW0002: what the template says by itself, and whether the method takes what it names.</summary>
internal static class TemplateRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        foreach (var error in endpoint.Template.Errors)
        {
            yield return new(RouteDescriptors.TemplateSyntax, endpoint.Method.ContainingType, endpoint.Joined.Text, error.Message)
            {
                InTemplate = (error.Start, error.Length),
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(DiagnosticProperties.Replaced, error.Start + error.Length <= endpoint.Joined.Text.Length ? endpoint.Joined.Text.Substring(error.Start, error.Length) : null)
                    .Add(DiagnosticProperties.Replacement, error.Replacement),
            };
        }

        var taken = NamesTakenBy(endpoint);
        foreach (var parameter in endpoint.Template.Parameters)
        {
            if (!taken.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
            {
                string? nearest = NearestName.Find(parameter.Name, taken.Where(name => endpoint.Template.Find(name) is null));
                yield return new(RouteDescriptors.ParameterNotTaken, endpoint.Method, parameter.Name, endpoint.Method.Name, Suggest(parameter, nearest))
                {
                    InTemplate = (parameter.Start, parameter.Name.Length),
                    Properties = PropertiesOf(parameter).Add(DiagnosticProperties.Nearest, nearest),
                };
            }
        }
    }

    /// <summary>The parts of the path that parameters ask for, whether the template has them or not.</summary>
    public static IReadOnlyList<string> NamesTakenBy(EndpointDeclaration endpoint) => [.. TargetsOf(endpoint).Select(static taken => taken.Key)];

    /// <summary>What is to come from the path, by the name of the part that it asks for.</summary>
    public static IEnumerable<(string Key, BindingTarget Target)> TargetsOf(EndpointDeclaration endpoint) =>
        TargetsOf(new(endpoint), endpoint.Method)
            .Concat(endpoint.HandshakeMethods.SelectMany(method => method.Candidates.SelectMany(candidate => TargetsOf(new(endpoint, method), candidate))));

    private static IEnumerable<(string Key, BindingTarget Target)> TargetsOf(ParameterParser parser, IMethodSymbol method) =>
        method.Parameters.SelectMany(parser.RouteTargetsOf);

    private static string Suggest(RouteParameter parameter, string? nearest) =>
        nearest is null ? $"; add a parameter '{parameter.Name}', or write '<_>' to ignore that part of the path" : $"; did you mean '{nearest}'?";

    private static ImmutableDictionary<string, string?> PropertiesOf(RouteParameter parameter) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Name, parameter.Name)
            .Add(DiagnosticProperties.Type, ConstraintTypes.Find(parameter.Constraints.Select(static constraint => constraint.Text)))
            .Add(DiagnosticProperties.IsOptional, parameter.IsOptional ? "true" : null);
}
