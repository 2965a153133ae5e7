using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0003, UPW0020, UPW0021 and UPW0022: whether each parameter has a source, and all of them together one body at most.</summary>
internal static class ParameterRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        var parser = new ParameterParser(endpoint);
        string? body = null;
        foreach (var parameter in endpoint.Method.Parameters)
        {
            var parsed = parser.Parse(parameter);
            if (parsed.Violation is { } violation)
            {
                yield return violation;
            }
            else if (IsBody(parsed.Binding!))
            {
                if (body is not null)
                {
                    yield return new(BindingDescriptors.TwoBodies, parameter, parameter.Name, body);
                }

                body ??= parameter.Name;
            }
        }
    }

    private static bool IsBody(ParameterBinding binding) =>
        binding is ParameterBinding.JsonBody or ParameterBinding.Request { Expression: "context.Request.Body" or "context.Request.BodyReader" };
}
