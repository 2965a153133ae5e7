using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>How a message names an endpoint that stands elsewhere: a build's output shows no other place of a diagnostic.</summary>
internal static class EndpointPlace
{
    public static string NameOf(EndpointDeclaration endpoint) => $"{endpoint.Method.ContainingType.Display()}.{endpoint.Method.Name}";

    public static string Describe(EndpointDeclaration endpoint)
    {
        if (endpoint.Method.Locations.FirstOrDefault(static location => location.IsInSource) is not { } location)
        {
            return $"'{NameOf(endpoint)}' of the assembly '{endpoint.Method.ContainingAssembly.Name}'";
        }

        var line = location.GetMappedLineSpan();
        string file = line.Path.Substring(line.Path.LastIndexOfAny(['/', '\\']) + 1);
        return $"'{NameOf(endpoint)}' ({file}, line {line.StartLinePosition.Line + 1})";
    }
}
