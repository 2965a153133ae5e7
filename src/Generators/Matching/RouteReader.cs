using Upwire.Generators.Parsing;

namespace Upwire.Generators.Matching;

/// <summary>Makes routes of templates; what is alike in several is made once.</summary>
internal sealed class RouteReader
{
    private readonly Dictionary<RouteSegment, SegmentMatcher> _segments = [];
    private readonly Dictionary<string, RouteConstraint> _constraints = new(StringComparer.Ordinal);

    public Route Read(string? verb, RouteTemplate template, IReadOnlyList<string> hosts) => new(verb, [.. template.Segments.Select(Read)], hosts);

    private SegmentMatcher Read(RouteSegment segment)
    {
        if (!_segments.TryGetValue(segment, out var matcher))
        {
            _segments[segment] = matcher = new(segment, Read);
        }

        return matcher;
    }

    private RouteConstraint Read(string text)
    {
        if (!_constraints.TryGetValue(text, out var constraint))
        {
            _constraints[text] = constraint = RouteConstraint.Parse(text);
        }

        return constraint;
    }
}
