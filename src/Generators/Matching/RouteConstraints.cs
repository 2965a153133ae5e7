using System.Collections.Concurrent;

namespace Upwire.Generators.Matching;

/// <summary>The constraints that the templates of a project name, each of which is read once.</summary>
internal sealed class RouteConstraints
{
    private readonly ConcurrentDictionary<string, RouteConstraint> _constraints = new(StringComparer.Ordinal);

    public RouteConstraint Read(string text) => _constraints.GetOrAdd(text, RouteConstraint.Parse);
}
