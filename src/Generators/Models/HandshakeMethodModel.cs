namespace Upwire.Generators.Models;

/// <summary>A method of the controller that is asked before a connection is accepted.</summary>
/// <param name="Step">What it is asked.</param>
/// <param name="Method">The method.</param>
/// <param name="DeclaringType">The class that declares it, which may be a base of the controller.</param>
/// <param name="Parameters">How each of its parameters is bound, in order.</param>
/// <param name="IsAwaited">Whether it returns a task.</param>
internal sealed record HandshakeMethodModel(
    HandshakeStep Step,
    MethodModel Method,
    string DeclaringType,
    EquatableArray<ParameterModel> Parameters,
    bool IsAwaited);
