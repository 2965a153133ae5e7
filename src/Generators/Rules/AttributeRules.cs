using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0035: whether the values of the endpoint's attribute, apart from the template, can be used.</summary>
internal static class AttributeRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        if (endpoint.Kind.IsToldVerb && HttpMethodName.WhyNotValid(endpoint.Verb) is { } reason)
        {
            yield return new(HandlerDescriptors.AttributeValue, endpoint.Method, endpoint.Verb ?? "null", endpoint.Kind.Name, reason)
            {
                AttributeParameter = "method",
            };
        }
    }
}
