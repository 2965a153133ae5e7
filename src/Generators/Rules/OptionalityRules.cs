using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0006: whether the template and the method agree on what the path may lack.</summary>
internal static class OptionalityRules
{
    /// <summary>The violation of what a part of the path is bound to; null where both agree.</summary>
    public static Violation? Find(BindingTarget target, RouteParameter parameter, EndpointDeclaration endpoint)
    {
        // A default of the template is always there, and the rest of the path may be empty.
        if (parameter.IsCatchAll || parameter.HasDefault)
        {
            return null;
        }

        // What is part of an object may be there for the sake of other endpoints.
        string type = target.Type.Display();
        return parameter.IsOptional && target.FindFallback() is null
                ? Create($"is left out where the path ends before '<{parameter.Name}?>', but is never null; make it '{type}?', or give it a default", "true")
            : !parameter.IsOptional && IsOptional(target) && !target.IsPart && !MayLackElsewhere(parameter.Name, endpoint)
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

    // Another attribute of the method may have another template.
    private static bool MayLackElsewhere(string name, EndpointDeclaration endpoint) =>
        EndpointDeclaration.Of(endpoint.Method, endpoint.Known)
            .Select(other => other.Template.Find(name))
            .Any(static other => other is null or { IsOptional: true } or { IsCatchAll: true } or { HasDefault: true });
}
