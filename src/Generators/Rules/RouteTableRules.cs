using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Matching;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>
/// UPW0010 and UPW0011: whether ASP.NET Core's matcher can choose between all endpoints of an application, and chooses each of them
/// for some request.
/// </summary>
internal static class RouteTableRules
{
    public static IEnumerable<TableViolation> Check(IEnumerable<EndpointDeclaration> endpoints, RouteConstraints constraints)
    {
        var reader = new RouteReader(constraints);
        var declarations = endpoints
            .Where(IsMatchedByRoute)
            .ToDictionary(endpoint => reader.Read(endpoint.Verb, endpoint.Template, HostsOf(endpoint)));

        var table = new RouteTable([.. declarations.Keys]);
        return table.FindConflicts()
            .SelectMany(conflict => Report(conflict, declarations))
            .Concat(table.FindUnreachable().Select(unreachable => Report(unreachable, declarations)));
    }

    private static IEnumerable<TableViolation> Report(RouteConflict conflict, Dictionary<Route, EndpointDeclaration> declarations)
    {
        var (first, second) = (declarations[conflict.First], declarations[conflict.Second]);
        string request = $"{conflict.First.Verb ?? "a WebSocket at"} /{string.Join("/", conflict.Path.Select(Uri.EscapeDataString))}";
        yield return new(RouteDescriptors.RouteConflict, first, second, EndpointPlace.NameOf(first), EndpointPlace.Describe(second), request);
        yield return new(RouteDescriptors.RouteConflict, second, first, EndpointPlace.NameOf(second), EndpointPlace.Describe(first), request);
    }

    private static TableViolation Report(UnreachableRoute unreachable, Dictionary<Route, EndpointDeclaration> declarations)
    {
        var endpoint = declarations[unreachable.Route];
        var before = unreachable.Before is null ? null : declarations[unreachable.Before];
        string reason = before is null ? $"no text {unreachable.Contradiction}" : $"{EndpointPlace.Describe(before)} goes before it and takes them all";
        return new(RouteDescriptors.UnreachableRoute, endpoint, before, EndpointPlace.NameOf(endpoint), reason);
    }

    // What is broken otherwise is reported so. Of what else the matcher may look at, nothing is known here.
    private static bool IsMatchedByRoute(EndpointDeclaration endpoint) =>
        endpoint.Template.Errors.Count == 0
        && (endpoint.IsWebSocket || endpoint.Verb is not null)
        && !endpoint.Method.GetAttributes().Concat(endpoint.Method.ContainingType.GetAttributes())
            .Any(attribute => attribute.AttributeClass?.IsOrImplements(endpoint.Known.AcceptsMetadata) == true);

    private static IReadOnlyList<string> HostsOf(EndpointDeclaration endpoint)
    {
        var known = endpoint.Known;
        var host = endpoint.Method.FindAttribute(known.Host) ?? endpoint.Method.ContainingType.FindAttribute(known.Host);
        return host?.ConstructorArguments is [var argument]
            ? [.. (argument.Kind == TypedConstantKind.Array ? argument.Values : [argument]).Select(static value => value.Value).OfType<string>()]
            : [];
    }
}
