using System.Collections;

namespace Upwire.Generators.Matching;

/// <summary>The texts that two segments at the same place of their routes both match.</summary>
internal sealed class SegmentOverlaps(IReadOnlyList<Route> routes)
{
    private readonly Dictionary<int, IReadOnlyList<string>> _samples = [];
    private readonly Dictionary<int, string[]> _kinds = [];
    private readonly Dictionary<(int, string), BitArray> _matches = [];
    private readonly Dictionary<(int, string, string), IReadOnlyList<string>> _overlaps = [];

    /// <summary>Stands for a text that there is, though nobody knows it: whatever one of two equal segments matches, the other does.</summary>
    public const string Unknown = "...";

    /// <summary>Texts that both match, as far as that is known, of those that no route tells apart one; none where nothing proves that there is one.</summary>
    public IReadOnlyList<string> Find(int place, SegmentMatcher first, SegmentMatcher second)
    {
        if (first.Literal is { } literal)
        {
            return [literal];
        }

        var pair = (place, first.Key, second.Key);
        if (!_overlaps.TryGetValue(pair, out var texts))
        {
            _overlaps[pair] = texts = FindTexts(place, first, second);
        }

        return texts;
    }

    private string[] FindTexts(int place, SegmentMatcher first, SegmentMatcher second)
    {
        // What the project's own constraints let pass is their secret: the same have it in common.
        if (first.CustomKey != second.CustomKey)
        {
            return [];
        }

        var samples = SamplesAt(place);
        string[] kinds = KindsAt(place);
        var both = new BitArray(MatchesOf(place, first, samples)).And(MatchesOf(place, second, samples));
        string[] texts =
        [
            .. Enumerable.Range(0, samples.Count)
                .Where(i => both[i] && (first.IsCatchAll || samples[i].IndexOf('/') < 0))
                .OrderBy(i => CountSpecial(samples[i]))
                .GroupBy(i => kinds[i])
                .Select(alike => samples[alike.First()]),
        ];
        return texts.Length == 0 && first.Key == second.Key && first.FindContradiction() is null ? [Unknown] : texts;
    }

    // The plainest becomes the example in a message.
    private static int CountSpecial(string text) => text.Count(static c => !char.IsLetterOrDigit(c));

    private IReadOnlyList<string> SamplesAt(int place)
    {
        if (!_samples.TryGetValue(place, out var samples))
        {
            _samples[place] = samples = SampleTexts.For([.. SegmentsAt(place)]);
        }

        return samples;
    }

    // Each sample by what matches it. One of several segments is a kind of its own.
    private string[] KindsAt(int place)
    {
        if (!_kinds.TryGetValue(place, out string[]? kinds))
        {
            var samples = SamplesAt(place);
            var matches = SegmentsAt(place).Select(segment => MatchesOf(place, segment, samples)).ToList();
            var literals = new HashSet<string>(AllAt(place).Select(static segment => segment.Literal).OfType<string>(), StringComparer.OrdinalIgnoreCase);
            _kinds[place] = kinds =
            [
                .. samples.Select((text, i) =>
                    string.Concat(matches.Select(match => match[i] ? '1' : '0')) + (literals.Contains(text) || text.IndexOf('/') >= 0 ? text : "")),
            ];
        }

        return kinds;
    }

    private IEnumerable<SegmentMatcher> SegmentsAt(int place) =>
        AllAt(place).Where(static segment => segment.Literal is null).GroupBy(static segment => segment.Key).Select(static same => same.First());

    private IEnumerable<SegmentMatcher> AllAt(int place) => routes.Where(route => place < route.Segments.Count).Select(route => route.Segments[place]);

    private BitArray MatchesOf(int place, SegmentMatcher segment, IReadOnlyList<string> samples)
    {
        if (!_matches.TryGetValue((place, segment.Key), out var matches))
        {
            _matches[(place, segment.Key)] = matches = new([.. samples.Select(segment.Matches)]);
        }

        return matches;
    }
}
