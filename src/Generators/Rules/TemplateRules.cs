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
            yield return new(RouteDescriptors.TemplateSyntax, endpoint.Method, endpoint.Joined.Text, error.Message)
            {
                InTemplate = (error.Start, error.Length),
            };
        }

        foreach (var parameter in endpoint.Template.Parameters)
        {
            if (!endpoint.Method.Parameters.Any(candidate => Takes(candidate, parameter, endpoint.Known)))
            {
                yield return new(RouteDescriptors.ParameterNotTaken, endpoint.Method, parameter.Name, endpoint.Method.Name, Suggest(endpoint, parameter))
                {
                    InTemplate = (parameter.Start, parameter.Name.Length),
                };
            }
        }
    }

    private static bool Takes(Microsoft.CodeAnalysis.IParameterSymbol candidate, RouteParameter parameter, KnownSymbols known)
    {
        string name = candidate.FindAttributeImplementing(known.FromRoute)?.FindNamedArgument("Name")?.Value as string ?? candidate.Name;
        return string.Equals(name, parameter.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static string Suggest(EndpointDeclaration endpoint, RouteParameter parameter)
    {
        var free = endpoint.Method.Parameters.Select(static p => p.Name).Where(name => endpoint.Template.Find(name) is null);
        return NearestName.Find(parameter.Name, free) is { } nearest ? $"; did you mean '{nearest}'?" : $"; add a parameter '{parameter.Name}', or write '<_>' to ignore that part of the path";
    }
}
