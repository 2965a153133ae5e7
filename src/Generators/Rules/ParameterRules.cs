using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0003, UPW0020 to UPW0023, and UPW0025: whether each parameter has a source, and all of them together one body, and one taker of messages, at most.</summary>
internal static class ParameterRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        (string Name, bool IsForm)? body = null;
        string? taker = null;
        foreach (var (parameter, parsed) in ParseAll(endpoint))
        {
            foreach (var violation in parsed.Violations)
            {
                yield return violation;
            }

            if (parsed.Binding is { TakesMessages: true })
            {
                if (taker is not null)
                {
                    yield return new(BindingDescriptors.MessagesNotTaken, parameter, parameter.Name, $"'{taker}' takes them already, and each message is for one; keep one of them");
                }

                taker ??= parameter.Name;
            }

            foreach (var leaf in LeavesOf(parameter, parsed).Where(static leaf => IsBody(leaf.Binding) || leaf.Binding.IsOfForm))
            {
                // A form may have many parameters, a body one.
                if (body is { } first && !(first.IsForm && leaf.Binding.IsOfForm))
                {
                    yield return new(BindingDescriptors.TwoBodies, parameter, leaf.Name, body.Value.Name);
                }

                body ??= (leaf.Name, leaf.Binding.IsOfForm);
            }
        }
    }

    private static IEnumerable<(IParameterSymbol Parameter, ParsedParameter Parsed)> ParseAll(EndpointDeclaration endpoint) =>
        Parse(new(endpoint), endpoint.Method)
            .Concat(HandshakeMethodRules.Usable(endpoint).SelectMany(method => Parse(new(endpoint, method), method.Candidates[0])));

    private static IEnumerable<(IParameterSymbol Parameter, ParsedParameter Parsed)> Parse(ParameterParser parser, IMethodSymbol method) =>
        method.Parameters.Select(parameter => (parameter, parser.Parse(parameter)));

    private static IEnumerable<ParameterModel> LeavesOf(IParameterSymbol parameter, ParsedParameter parsed) =>
        parsed.Binding is { } binding ? new ParameterModel(parameter.Name, "", binding, [], null, null).Leaves : [];

    private static bool IsBody(ParameterBinding binding) =>
        binding is ParameterBinding.JsonBody or ParameterBinding.Request { Expression: "context.Request.Body" or "context.Request.BodyReader" };
}
