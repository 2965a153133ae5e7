using Upwire.Generators.Parsing;

namespace Upwire.Generators.Matching;

/// <summary>Makes routes of templates; what is alike in several is made once.</summary>
internal sealed class RouteReader(RouteConstraints constraints)
{
    private readonly Dictionary<RouteSegment, SegmentMatcher> _segments = [];

    public Route Read(string? verb, RouteTemplate template, IReadOnlyList<string> hosts) => new(verb, [.. template.Segments.Select(Read)], hosts);

    private SegmentMatcher Read(RouteSegment segment)
    {
        if (!_segments.TryGetValue(segment, out var matcher))
        {
            _segments[segment] = matcher = new(segment, constraints.Read);
        }

        return matcher;
    }
}
