namespace Upwire.Generators.Models;

/// <summary>One attribute on one method: a route with the handler behind it.</summary>
/// <param name="Origin">The attribute as the user reads it, for the comment above the generated method.</param>
/// <param name="Pattern">The whole route pattern, in ASP.NET Core's syntax.</param>
/// <param name="UsesRegex">Whether the pattern has the constraint <c>regex</c>, which slim applications leave out.</param>
/// <param name="Verb">The HTTP method; null for a WebSocket.</param>
/// <param name="Method">The handler.</param>
/// <param name="Parameters">How each of its parameters is bound, in order.</param>
/// <param name="HandshakeMethods">The methods that are asked before its connections are accepted, in their order.</param>
/// <param name="Settings">The settings of its WebSockets that the attribute has, as initializers of <c>WebSocketSettings</c>.</param>
/// <param name="Result">What becomes of its return value.</param>
/// <param name="Reply">What is sent of it, where it is the handler of a WebSocket and returns something.</param>
internal sealed record EndpointModel(
    string Origin,
    string Pattern,
    bool UsesRegex,
    string? Verb,
    MethodModel Method,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<HandshakeMethodModel> HandshakeMethods,
    EquatableArray<string> Settings,
    ResultModel Result,
    ReplyModel? Reply)
{
    public bool IsWebSocket => Verb is null;

    /// <summary>Whether a method of the user's chooses the sub-protocol.</summary>
    public bool SelectsSubProtocol => HandshakeMethods.Any(static method => method.Step == HandshakeStep.SelectSubProtocol);

    private bool HasInstanceMethod => !Method.IsStatic || HandshakeMethods.Any(static method => !method.Method.IsStatic);

    /// <summary>Whether a request may be refused for what it holds.</summary>
    public bool CanFail => Leaves.Any(static leaf => leaf.Binding.CanFail) || NeedsValidation(static _ => true);

    /// <summary>Whether the trimmer would warn of an annotation of a parameter.</summary>
    public bool ValidatesByReflection => NeedsValidation(static validation => validation.NeedsReflection);

    /// <summary>What all methods together take. What two of them take alike is bound once.</summary>
    public IEnumerable<ParameterModel> AllParameters => Parameters.Concat(HandshakeMethods.SelectMany(static method => method.Parameters)).Distinct();

    /// <summary>All parameters, and in place of those that are taken apart, what they are made of.</summary>
    public IEnumerable<ParameterModel> Leaves => AllParameters.SelectMany(static parameter => parameter.Leaves);

    /// <summary>The ids of the warnings that naming its methods and their types gives.</summary>
    public IEnumerable<string> Warnings => Method.Warnings.Concat(HandshakeMethods.SelectMany(static method => method.Method.Warnings));

    /// <summary>Whether an instance of its class is made: one of its methods is not static, or it is told of its connections.</summary>
    public bool NeedsController(ControllerTypeModel type) => HasInstanceMethod || (IsWebSocket && type.HasLifetime);

    private bool NeedsValidation(Func<ValidationModel, bool> predicate) =>
        AllParameters.SelectMany(static parameter => parameter.All).Any(parameter => parameter.Validation is { } validation && predicate(validation));
}
