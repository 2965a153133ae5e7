using System.Globalization;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Matching;

/// <summary>
/// Texts by which the segments of several routes are told apart: for each constraint some on either side of its bounds, for each
/// segment of several parts some that fill them. Two segments that match a text in common nearly always match one of these.
/// </summary>
internal sealed class SampleTexts
{
    private const int LongestText = 300;
    private const int MostTexts = 1500;

    // Plain ones first: the first that fits becomes the example in a message.
    private static readonly string[] Common =
    [
        "1",
        "x",
        "x1",
        "true",
        "false",
        "1.5",
        "x.y",
        "-1",
        "100000",
        "10000000000",
        "2026-01-31",
        "2027-02-28",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "6b29fc40-ca47-1067-b31d-00dd010662da",
        "3f2504e04f8941d39a0c0305e82c3301",
        "x-y_z",
        "1e3",
    ];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    private SampleTexts()
    {
    }

    /// <summary>Makes the texts for all segments that stand at one place of the routes.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<SegmentMatcher> segments)
    {
        var samples = new SampleTexts();
        samples.Add(Common);
        var constraints = segments.SelectMany(static segment => segment.Constraints).Distinct().ToList();
        int[] lengths = [.. constraints.Where(static constraint => constraint.IsOfLength).SelectMany(static constraint => Near(constraint.Lengths)).Where(static length => length is > 0 and <= LongestText).Distinct().Select(static length => (int)length)];
        samples.AddLengths(lengths);
        samples.AddNumbers(constraints, lengths);
        samples.AddRegexes(constraints, lengths);
        samples.AddFilled([.. segments.Where(static segment => segment.Parts.Count > 1)]);
        samples.AddRests(segments.Any(static segment => segment.IsCatchAll));
        return samples._texts;
    }

    private static IEnumerable<long> Near(ValueRange range) => new[] { range.Least, range.Most }.Distinct().SelectMany(static bound => new[] { bound, bound - 1, bound + 1 });

    private void Add(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            if (text.Length > 0 && _texts.Count < MostTexts && _seen.Add(text))
            {
                _texts.Add(text);
            }
        }
    }

    private void AddLengths(int[] lengths)
    {
        foreach (int length in lengths)
        {
            Add([new string('x', length), "1".PadLeft(length, '0'), "1".PadLeft(length, 'x'), ".x".PadLeft(length, 'x')]);
        }
    }

    // With zeros before them, too, where texts of a certain length are asked for as well.
    private void AddNumbers(IReadOnlyList<RouteConstraint> constraints, int[] lengths)
    {
        foreach (long number in constraints.Where(static constraint => constraint.Numbers is not null).SelectMany(static constraint => Near(constraint.Numbers!.Value)).Distinct())
        {
            string text = number.ToString(CultureInfo.InvariantCulture);
            Add([text]);
            Add(number < 0 ? [] : lengths.Select(length => text.PadLeft(length, '0')));
        }
    }

    // Longer ones, too, for an expression that says nothing of the end.
    private void AddRegexes(IReadOnlyList<RouteConstraint> constraints, int[] lengths)
    {
        foreach (string text in constraints.Where(static constraint => constraint.Name == "REGEX").SelectMany(static constraint => RegexSamples.Of(constraint.Argument)).Where(static text => text.IndexOf('/') < 0))
        {
            Add([text, text + "x", text + "1", text + ".x"]);
            Add(lengths.Select(length => text.PadRight(length, 'x')));
        }
    }

    private void AddFilled(IReadOnlyList<SegmentMatcher> segments)
    {
        // What one segment has as text, a parameter of another must take.
        string[] texts = [.. segments.SelectMany(static segment => segment.Parts.OfType<RoutePart.Literal>()).Select(static part => part.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
        var ofTexts = texts.SelectMany(static text => new[] { text.Trim('-', '.', '_'), "x" + text + "y", text, "x" + text, text + "x" });
        string[] fillings = [.. _texts.Take(3), .. ofTexts, .. _texts.Skip(3)];
        foreach (var segment in segments)
        {
            IReadOnlyList<string> filled = [""];
            var whole = new List<string>();
            for (int i = 0; i < segment.Parts.Count; i++)
            {
                if (segment.Parts[i] is RoutePart.Parameter { IsOptional: true })
                {
                    whole.AddRange(filled.Select(text => text.Substring(0, text.Length - 1)));
                }

                var constraints = segment.ConstraintsOf(i);
                var next = segment.Parts[i] is RoutePart.Literal literal
                    ? [literal.Text]
                    : fillings.Where(text => text.Length > 0 && constraints.All(constraint => constraint.IsMatch(text))).Take(16).ToArray();
                filled = filled.SelectMany(_ => next, static (before, part) => before + part).Take(256).ToList();
            }

            Add(filled);
            Add(whole);
        }
    }

    private void AddRests(bool isCatchAll) => Add(isCatchAll ? [.. _texts.Take(60).Select(static text => text + "/1/x")] : []);
}
