using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0006: whether the template and the method agree on what the path may lack.</summary>
internal static class OptionalityRules
{
    /// <summary>The violation of what a part of the path is bound to, for a handler or a method that is asked before a connection; null where both agree.</summary>
    public static Violation? Find(BindingTarget target, RouteParameter parameter, EndpointDeclaration endpoint, HandshakeMethod? asked)
    {
        // A default of the template is always there, and the rest of the path may be empty.
        if (parameter.IsCatchAll || parameter.HasDefault)
        {
            return null;
        }

        var method = asked?.Candidates[0] ?? endpoint.Method;
        return parameter.IsOptional && target.FindFallback() is null
                ? Create($"is left out where the path ends before '<{parameter.Name}?>', but is never null; {Mend(target, parameter, method, endpoint.Known)}", "true")
            : !parameter.IsOptional && IsOptional(target) && !IsForOthers(target, method, endpoint, asked) && !MayLackElsewhere(parameter.Name, method, endpoint, asked)
                ? Create($"may be left out, but the template always has '<{parameter.Name}>'; write '<{parameter.Name}?>', or let it be required", null)
            : null;

        Violation Create(string reason, string? isOptional) => new(RouteDescriptors.OptionalParameter, target.Symbol, target.Name, reason)
        {
            Properties = ImmutableDictionary<string, string?>.Empty
                .Add(DiagnosticProperties.Name, parameter.Name)
                .Add(DiagnosticProperties.IsOptional, isOptional),
        };
    }

    /// <summary>Whether a request may lack what is bound.</summary>
    public static bool IsOptional(BindingTarget target) => target.IsNullable || target.HasDefault;

    private static string Mend(BindingTarget target, RouteParameter parameter, IMethodSymbol method, KnownSymbols known) =>
        known.IsInProject(target.Symbol) && (target.IsPart || !method.IsImposed())
            ? $"make it '{target.Type.Display()}?', or give it a default"
            : $"write '<{parameter.Name}>'";

    // What works as it is, is there for endpoints that nobody sees from here: a part of an object, what a base class or an interface
    // asks for, and what a derived class may override, or name for a handshake of its own.
    private static bool IsForOthers(BindingTarget target, IMethodSymbol method, EndpointDeclaration endpoint, HandshakeMethod? asked) =>
        target.IsPart
        || method.IsVirtual
        || method.IsImposed()
        || (asked is not null && !(method.ContainingType is { IsSealed: true } or { IsStatic: true } && method.ContainingType.Equals(endpoint.Method.ContainingType, SymbolEqualityComparer.Default)));

    // Another attribute of the handler, or another handler of whoever is asked, may have another template.
    private static bool MayLackElsewhere(string name, IMethodSymbol method, EndpointDeclaration endpoint, HandshakeMethod? asked) =>
        (asked is null ? EndpointDeclaration.Of(method, endpoint.Known) : EndpointDeclaration.Of(method.ContainingType, endpoint.Known).Where(other => Asks(other, method)))
            .Select(other => other.Template.Find(name))
            .Any(static other => other is null or { IsOptional: true } or { IsCatchAll: true } or { HasDefault: true });

    private static bool Asks(EndpointDeclaration endpoint, IMethodSymbol method) =>
        endpoint.HandshakeMethods.Any(asked => asked.Candidates.Contains(method, SymbolEqualityComparer.Default));
}
