using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>All rules about an endpoint. One that none refuses is emitted and works; one that any refuses is not emitted.</summary>
internal static class EndpointRules
{
    /// <summary>Whether an endpoint is emitted. What the compiler refuses is left out as well: it would refuse what is generated for it in the same words.</summary>
    public static bool Allow(EndpointDeclaration endpoint) =>
        !endpoint.Known.Unfinished.IsPartOf(endpoint)
        && !Check(endpoint).Any(static violation => violation.Refuses)
        && !endpoint.Known.Unfinished.ShowsWhatIsHidden(endpoint.Method);

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
