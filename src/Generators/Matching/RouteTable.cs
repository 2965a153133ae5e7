namespace Upwire.Generators.Matching;

/// <summary>All routes of an application, and what ASP.NET Core's matcher would make of them.</summary>
internal sealed class RouteTable
{
    // Hardly any two routes have so many that others tell apart, and an editor waits for the answer.
    private const int MostPaths = 20_000;

    private readonly IReadOnlyList<Route> _routes;
    private readonly SegmentOverlaps _overlaps;

    public RouteTable(IReadOnlyList<Route> routes)
    {
        _routes = routes;
        _overlaps = new(routes);
    }

    /// <summary>
    /// Finds the routes that the matcher would call ambiguous, each proved by a request. Each route is named with one other at
    /// least, not with every one.
    /// </summary>
    public IEnumerable<RouteConflict> FindConflicts()
    {
        foreach (var group in _routes.GroupBy(static route => route.Verb, StringComparer.OrdinalIgnoreCase))
        {
            var rivals = _routes.Where(route => route.Answers(group.Key)).ToList();
            foreach (var conflict in group.GroupBy(static route => route.Shape).SelectMany(alike => FindConflicts([.. alike], rivals)))
            {
                yield return conflict;
            }
        }
    }

    /// <summary>Finds the routes that no request reaches. What is not proved is not claimed.</summary>
    public IEnumerable<UnreachableRoute> FindUnreachable()
    {
        // Only such a one goes before another, and yet matches all that the other does.
        var greedy = _routes.Where(static route => route.Segments.Any(IsTriviallyConstrained)).ToList();
        foreach (var route in _routes)
        {
            if (FindContradiction(route) is { } contradiction)
            {
                yield return new(route, null, contradiction);
            }
            else if (greedy.FirstOrDefault(other => TakesAllOf(other, route)) is { } before)
            {
                yield return new(route, before, null);
            }
        }
    }

    private static bool IsTriviallyConstrained(SegmentMatcher segment) =>
        segment.Parameter is { IsCatchAll: false, Constraints.Count: > 0 } && segment.Constraints.All(static constraint => constraint.IsTrivial);

    private static string? FindContradiction(Route route) =>
        route.Segments
            .Where(static segment => !segment.IsCatchAll && !segment.MatchesNothing)
            .Select(static segment => segment.FindContradiction())
            .FirstOrDefault(static reason => reason is not null);

    private static bool TakesAllOf(Route before, Route route) =>
        before.Answers(route.Verb)
        && before.GoesBefore(route, route.Verb)
        && before.Hosts.Count == 0
        && route.Hosts.Count == 0
        && before.Segments.Skip(route.Segments.Count).All(static segment => segment.MatchesNothing)
        && route.Segments.Select((segment, i) => i < before.Segments.Count && Covers(before.Segments[i], segment)).All(static covers => covers);

    private static bool Covers(SegmentMatcher before, SegmentMatcher segment) =>
        before.Key == segment.Key
        || (before.Parameter is not null
            && !before.IsCatchAll
            && !segment.IsCatchAll
            && (before.MatchesNothing || !segment.MatchesNothing)
            && before.Constraints.All(constraint => constraint.IsTrivial || segment.Parameter?.Constraints.Contains(constraint.Text) == true));

    private IEnumerable<RouteConflict> FindConflicts(Route[] alike, IReadOnlyList<Route> rivals)
    {
        var found = new HashSet<Route>();
        for (int i = 0; i < alike.Length; i++)
        {
            // Most routes of one shape never meet, and then nobody asks.
            var first = alike[i];
            var before = new Lazy<List<Route>>(() => [.. rivals.Where(rival => rival.GoesBefore(first, first.Verb) && rival.IsCertain)]);
            for (int j = i + 1; j < alike.Length; j++)
            {
                if (!(found.Contains(first) && found.Contains(alike[j])) && FindConflict(first, alike[j], before) is { } conflict)
                {
                    found.Add(conflict.First);
                    found.Add(conflict.Second);
                    yield return conflict;
                }
            }
        }
    }

    private RouteConflict? FindConflict(Route first, Route second, Lazy<List<Route>> before)
    {
        if (!first.SharesHostWith(second))
        {
            return null;
        }

        // A path may end where both routes may.
        int least = Math.Max(first.LeastSegments, second.LeastSegments);
        for (int count = first.Segments.Count; count >= least; count--)
        {
            var path = Paths(first, second, count).FirstOrDefault(path => !before.Value.Any(rival => rival.Matches(path)));
            if (path is not null)
            {
                return new(first, second, path);
            }
        }

        return null;
    }

    // All that there are of texts that some route tells apart, beginning with the plainest.
    private IEnumerable<string[]> Paths(Route first, Route second, int count)
    {
        IEnumerable<IEnumerable<string>> paths = [[]];
        for (int i = 0; i < count; i++)
        {
            var texts = _overlaps.Find(i, first.Segments[i], second.Segments[i]);
            if (texts.Count == 0)
            {
                return [];
            }

            paths = paths.SelectMany(_ => texts, static (path, text) => path.Append(text));
        }

        return paths.Take(MostPaths).Select(Split);
    }

    // What the rest of a path matches may be several segments.
    private static string[] Split(IEnumerable<string> texts) => [.. texts.SelectMany(static text => text.Split('/'))];
}
