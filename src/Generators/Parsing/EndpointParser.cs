using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Makes models of the endpoints that a method declares.</summary>
internal static class EndpointParser
{
    /// <summary>Reads the attributes of one kind on one method.</summary>
    /// <returns>The endpoints that no rule refuses, if there are any. The others are what the analyzers report, or the compiler.</returns>
    public static ImmutableArray<MethodEndpointsModel> Parse(EndpointMethod found, Declarations declarations, EndpointAttribute attribute, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (found.Find(declarations, cancellation) is not var (symbol, compilation))
        {
            return [];
        }

        var method = symbol.PartialDefinitionPart ?? symbol;
        var known = KnownSymbols.Of(compilation);
        var endpoints = EndpointDeclaration.Of(method, known)
            .Where(endpoint => endpoint.Kind == attribute && EndpointRules.Allow(endpoint))
            .Select(Parse)
            .ToEquatableArray();

        if (endpoints.Count == 0)
        {
            return [];
        }

        int index = method.ContainingType.GetMembers().IndexOf(method);
        return [new(ControllerParser.Parse(method.ContainingType, known), index, endpoints)];
    }

    private static EndpointModel Parse(EndpointDeclaration endpoint)
    {
        var method = endpoint.Method;
        return new(
            $"[{endpoint.Kind.Name}({Arguments(endpoint)})] {method.ContainingType.Name}.{method.Name}",
            endpoint.Template.Pattern,
            endpoint.Template.UsesRegex,
            endpoint.Verb,
            MethodParser.Parse(method, AttributeParser.Parse(method, endpoint.Known)),
            MethodParser.ParseParameters(method, new(endpoint)),
            endpoint.HandshakeMethods.Select(asked => HandshakeMethodParser.Parse(asked, endpoint)).ToEquatableArray(),
            WebSocketSettingsParser.Parse(endpoint.Attribute).ToEquatableArray(),
            ResultParser.Parse(endpoint),
            MessageParser.ParseReply(endpoint));
    }

    private static string Arguments(EndpointDeclaration endpoint)
    {
        string template = SymbolDisplay.FormatLiteral(endpoint.OriginalTemplate, quote: true);
        return endpoint.Kind.IsToldVerb ? $"{SymbolDisplay.FormatLiteral(endpoint.Verb!, quote: true)}, {template}" : template;
    }
}
