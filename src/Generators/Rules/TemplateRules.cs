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
            };
        }

        var parser = new ParameterParser(endpoint);
        string?[] taken = [.. endpoint.Method.Parameters.Select(parser.RouteKeyOf)];
        foreach (var parameter in endpoint.Template.Parameters)
        {
            if (!taken.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
            {
                yield return new(RouteDescriptors.ParameterNotTaken, endpoint.Method, parameter.Name, endpoint.Method.Name, Suggest(endpoint, parameter))
                {
                    InTemplate = (parameter.Start, parameter.Name.Length),
                };
            }
        }
    }

    private static string Suggest(EndpointDeclaration endpoint, RouteParameter parameter)
    {
        var parser = new ParameterParser(endpoint);
        var free = endpoint.Method.Parameters.Select(parser.RouteKeyOf).OfType<string>().Where(name => endpoint.Template.Find(name) is null);
        return NearestName.Find(parameter.Name, free) is { } nearest ? $"; did you mean '{nearest}'?" : $"; add a parameter '{parameter.Name}', or write '<_>' to ignore that part of the path";
    }
}
