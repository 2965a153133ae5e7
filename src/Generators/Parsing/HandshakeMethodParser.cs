using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>Makes a model of a method that is asked before a connection is accepted.</summary>
internal static class HandshakeMethodParser
{
    public static HandshakeMethodModel Parse(HandshakeMethod method, EndpointDeclaration endpoint)
    {
        var symbol = method.Candidates[0];
        var (value, awaits) = ResultParser.Unwrap(symbol.ReturnType, endpoint.Known);
        return new(
            StepOf(method, value!),
            MethodParser.Parse(symbol, []),
            TypeExpression.Operand(symbol.ContainingType),
            MethodParser.ParseParameters(symbol, new(endpoint, method)),
            awaits != AwaitKind.None);
    }

    private static HandshakeStep StepOf(HandshakeMethod method, ITypeSymbol value) =>
        method.Setting == HandshakeMethod.SelectSubProtocol ? HandshakeStep.SelectSubProtocol
        : value.SpecialType == SpecialType.System_Boolean ? HandshakeStep.Verify
        : HandshakeStep.VerifyByResult;
}
