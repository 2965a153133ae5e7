namespace Upwire.Generators.Matching;

/// <summary>A route of an endpoint, as ASP.NET Core's matcher sees it.</summary>
internal sealed class Route
{
    public Route(string? verb, IReadOnlyList<SegmentMatcher> segments, IReadOnlyList<string> hosts)
    {
        Verb = verb;
        Segments = segments;
        Hosts = hosts;
        Precedence = string.Concat(segments.Select(static segment => segment.Precedence));
        Shape = Precedence + string.Concat(segments.Where(static segment => segment.Literal is not null).Select(static segment => "/" + segment.Key));
    }

    /// <summary>The HTTP method; null for a WebSocket.</summary>
    public string? Verb { get; }

    public IReadOnlyList<SegmentMatcher> Segments { get; }

    /// <summary>The hosts that it is for; none where it is for all.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>One digit for each segment: of two routes that match, the one that comes first in ordinal order is taken, and where they are the same, ASP.NET Core throws.</summary>
    public string Precedence { get; }

    /// <summary>What two routes have in common that may be ambiguous.</summary>
    public string Shape { get; }

    /// <summary>Whether it surely takes each request whose path it matches: it is for any host, and all of its constraints are known.</summary>
    public bool IsCertain => Hosts.Count == 0 && Segments.All(static segment => segment.CustomKey.Length == 0);

    /// <summary>The fewest segments of a path that it matches.</summary>
    public int LeastSegments
    {
        get
        {
            int count = Segments.Count;
            while (count > 0 && Segments[count - 1].MatchesNothing)
            {
                count--;
            }

            return count;
        }
    }

    /// <summary>Whether it answers requests of a method: that of GET answers HEAD, too.</summary>
    public bool Answers(string? verb) => string.Equals(Verb, verb, StringComparison.OrdinalIgnoreCase) || (Verb == "GET" && verb == "HEAD");

    /// <summary>Whether it is taken before another one, of two that match a request of a method.</summary>
    public bool GoesBefore(Route other, string? verb) =>
        (string.CompareOrdinal(Precedence, other.Precedence), verb == "HEAD" && Verb != other.Verb) switch
        {
            ( < 0, _) => true,
            (0, true) => Verb == "HEAD",
            (0, false) => Hosts.Count > 0 && other.Hosts.Count == 0,
            _ => false,
        };

    /// <summary>Whether it matches a path, given by its segments.</summary>
    public bool Matches(IReadOnlyList<string> path)
    {
        for (int i = 0; i < Segments.Count; i++)
        {
            bool isMatch =
                i >= path.Count ? Segments[i].MatchesNothing
                : Segments[i].IsCatchAll ? Segments[i].Matches(string.Join("/", path.Skip(i)))
                : Segments[i].Matches(path[i]);

            if (!isMatch)
            {
                return false;
            }
        }

        return path.Count <= Segments.Count || Segments is [.., { IsCatchAll: true }];
    }

    /// <summary>Whether both are for one host, or one of them for any.</summary>
    public bool SharesHostWith(Route other) =>
        (Hosts.Count > 0) == (other.Hosts.Count > 0)
        && (Hosts.Count == 0 || Hosts.Any(host => other.Hosts.Any(second => HostPattern.Overlap(host, second))));
}
