using System.Collections;

namespace Upwire.Generators.Matching;

/// <summary>The texts that two segments at the same place of their routes both match.</summary>
internal sealed class SegmentOverlaps(IReadOnlyList<Route> routes)
{
    private readonly Dictionary<int, IReadOnlyList<string>> _samples = [];
    private readonly Dictionary<(int, string), BitArray> _matches = [];
    private readonly Dictionary<(int, string, string), IReadOnlyList<string>> _overlaps = [];

    /// <summary>Stands for a text that there is, though nobody knows it: whatever one of two equal segments matches, the other does.</summary>
    public const string Unknown = "...";

    /// <summary>Texts that both match, as far as that is known; none where nothing proves that there is one.</summary>
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
        var both = new BitArray(MatchesOf(place, first, samples)).And(MatchesOf(place, second, samples));
        string[] texts = [.. samples.Where((text, i) => both[i] && (first.IsCatchAll || text.IndexOf('/') < 0)).OrderBy(CountSpecial)];
        return texts.Length == 0 && first.Key == second.Key && first.FindContradiction() is null ? [Unknown] : texts;
    }

    // The plainest becomes the example in a message.
    private static int CountSpecial(string text) => text.Count(static c => !char.IsLetterOrDigit(c));

    private IReadOnlyList<string> SamplesAt(int place)
    {
        if (!_samples.TryGetValue(place, out var samples))
        {
            var segments = routes
                .Where(route => place < route.Segments.Count && route.Segments[place].Literal is null)
                .Select(route => route.Segments[place])
                .GroupBy(static segment => segment.Key)
                .Select(static same => same.First())
                .ToList();
            _samples[place] = samples = SampleTexts.For(segments);
        }

        return samples;
    }

    private BitArray MatchesOf(int place, SegmentMatcher segment, IReadOnlyList<string> samples)
    {
        if (!_matches.TryGetValue((place, segment.Key), out var matches))
        {
            _matches[(place, segment.Key)] = matches = new([.. samples.Select(segment.Matches)]);
        }

        return matches;
    }
}
