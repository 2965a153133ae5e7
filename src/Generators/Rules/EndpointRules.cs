using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>All rules about an endpoint. One that none refuses is emitted and works; one that any refuses is not emitted.</summary>
internal static class EndpointRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint) =>
        AttributeRules.Check(endpoint)
            .Concat(TemplateRules.Check(endpoint))
            .Concat(ConstraintRules.CheckArguments(endpoint))
            .Concat(HandlerRules.Check(endpoint))
            .Concat(ResultRules.Check(endpoint))
            .Concat(HandshakeMethodRules.Check(endpoint))
            .Concat(ControllerRules.Check(endpoint))
            .Concat(ParameterRules.Check(endpoint));
}
