using System.Globalization;

namespace Upwire.Generators.Matching;

/// <summary>A few texts that a regular expression probably matches, made from its pattern. Whoever takes them asks the expression itself.</summary>
internal sealed class RegexSamples
{
    private const int Limit = 16;
    private const string Letters = "x1a0-_.~ AZ";

    private static readonly string[] Nothing = [""];

    private readonly string _pattern;
    private int _position;

    private RegexSamples(string pattern) => _pattern = pattern;

    /// <summary>Texts for a pattern; none where it has what is not understood here.</summary>
    public static IReadOnlyList<string> Of(string pattern)
    {
        var reader = new RegexSamples(pattern);
        try
        {
            var samples = reader.Alternatives();
            return reader._position == pattern.Length ? samples : [];
        }
        catch (NotSupportedException)
        {
            return [];
        }
    }

    private bool TryTake(char expected)
    {
        bool isThere = _position < _pattern.Length && _pattern[_position] == expected;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    private char Take() => _position < _pattern.Length ? _pattern[_position++] : throw new NotSupportedException();

    private string[] Alternatives()
    {
        var all = new List<string>();
        do
        {
            all.AddRange(Sequence());
        }
        while (TryTake('|'));
        return [.. all.Take(4 * Limit)];
    }

    private string[] Sequence()
    {
        string[] texts = Nothing;
        while (_position < _pattern.Length && _pattern[_position] is not ('|' or ')'))
        {
            texts = Join(texts, Repeat(Atom()));
        }

        return texts;
    }

    private string[] Atom() => Take() switch
    {
        '^' or '$' => Nothing,
        '.' => ["x", "1", "-"],
        '[' => Class(),
        '(' => Group(),
        '\\' => Escape(),
        '*' or '+' or '?' or '{' => throw new NotSupportedException(),
        var literal => [literal.ToString()],
    };

    private string[] Group()
    {
        if (TryTake('?'))
        {
            bool isNamed = TryTake('<') && _position < _pattern.Length && char.IsLetter(_pattern[_position]);
            if (isNamed)
            {
                while (Take() != '>')
                {
                }
            }
            else if (!TryTake(':'))
            {
                throw new NotSupportedException();
            }
        }

        var samples = Alternatives();
        return TryTake(')') ? samples : throw new NotSupportedException();
    }

    private string[] Escape() => Take() switch
    {
        'b' or 'A' or 'z' or 'Z' => Nothing,
        'k' or 'p' or 'P' or 'G' or 'B' or 'x' or 'u' or 'c' or (>= '0' and <= '9') => throw new NotSupportedException(),
        var escape => Letters.Concat([escape]).Where(c => IsInEscape(escape, c)).Take(3).Select(static c => c.ToString()).ToArray(),
    };

    private static bool IsInEscape(char escape, char c) => escape switch
    {
        'd' => c is >= '0' and <= '9',
        'D' => c is not (>= '0' and <= '9'),
        'w' => char.IsLetterOrDigit(c) || c == '_',
        'W' => !char.IsLetterOrDigit(c) && c != '_',
        's' => c == ' ',
        'S' => c != ' ',
        _ => c == escape,
    };

    private string[] Class()
    {
        bool isNegated = TryTake('^');
        var members = new List<Func<char, bool>>();
        var named = new List<char>();
        for (char next = Take(); next != ']' || members.Count == 0; next = Take())
        {
            if (next == '\\')
            {
                char escape = Take();
                named.Add(escape);
                members.Add(c => IsInEscape(escape, c));
            }
            else if (_position + 1 < _pattern.Length && _pattern[_position] == '-' && _pattern[_position + 1] != ']')
            {
                _position++;
                char last = Take();
                named.AddRange([next, last]);
                members.Add(c => c >= next && c <= last);
            }
            else
            {
                named.Add(next);
                members.Add(c => c == next);
            }
        }

        return [.. named.Concat(Letters).Distinct().Where(c => members.Any(member => member(c)) != isNegated).Take(3).Select(static c => c.ToString())];
    }

    private string[] Repeat(string[] atom)
    {
        var (least, most) = TryTake('*') ? (0, 3) : TryTake('+') ? (1, 3) : TryTake('?') ? (0, 1) : TryTake('{') ? Bounds() : (1, 1);
        _ = TryTake('?') || TryTake('+');
        var texts = new List<string>();
        foreach (int count in new[] { Math.Max(1, least), least, least + 1, most }.Distinct().Where(count => count <= most && count <= 100))
        {
            // The same again and again, and one after the other.
            texts.AddRange(atom.Select(text => string.Concat(Enumerable.Repeat(text, count))));
            texts.Add(string.Concat(Enumerable.Range(0, count).Select(i => atom.Length == 0 ? "" : atom[i % atom.Length])));
        }

        return [.. texts.Distinct().Take(Limit)];
    }

    private (int Least, int Most) Bounds()
    {
        int close = _pattern.IndexOf('}', _position);
        string[] bounds = close < 0 ? [] : _pattern.Substring(_position, close - _position).Split(',');
        if (bounds.Length is 0 or > 2 || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out int least))
        {
            throw new NotSupportedException();
        }

        _position = close + 1;
        int most = bounds.Length == 1 ? least
            : bounds[1].Length == 0 ? least + 3
            : int.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out int bound) ? bound
            : throw new NotSupportedException();
        return (least, most);
    }

    // Not all with all, which would be too many: each of the longer ones once.
    private static string[] Join(string[] left, string[] right)
    {
        if (left.Length * right.Length <= Limit)
        {
            return [.. left.SelectMany(_ => right, static (first, second) => first + second)];
        }

        return [.. Enumerable.Range(0, Math.Max(left.Length, right.Length)).Select(i => left[i % left.Length] + right[i % right.Length]).Distinct().Take(Limit)];
    }
}
