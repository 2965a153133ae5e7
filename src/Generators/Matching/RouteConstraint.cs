using System.Globalization;
using System.Text.RegularExpressions;

namespace Upwire.Generators.Matching;

/// <summary>One of ASP.NET Core's inline constraints, which says of a text what it would say of it in a path.</summary>
internal sealed class RouteConstraint
{
    // ASP.NET Core gives a pattern ten seconds, which an editor does not have.
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(100);

    private static readonly ValueRange AnyLength = new(0, int.MaxValue);

    private readonly Regex? _regex;
    private readonly Func<string, bool>? _isMatch;

    private RouteConstraint(string text)
    {
        Text = text;
        int open = text.IndexOf('(');
        bool hasArguments = open > 0 && text.EndsWith(")", StringComparison.Ordinal);
        Name = (hasArguments ? text.Substring(0, open) : text).ToUpperInvariant();
        Argument = hasArguments ? text.Substring(open + 1, text.Length - open - 2) : "";
        HasArgument = hasArguments;
        ArgumentNumbers = HasArgument ? [.. Argument.Split(',').Select(ParseNumber)] : [];
        (_regex, RegexFault) = Name == "REGEX" && HasArgument ? ReadRegex(Argument) : default;
        Fault = ConstraintFault.Find(this);
        Numbers = Fault is null ? NumberRange() : null;
        Lengths = Fault is null ? LengthRange() : AnyLength;
        _isMatch = Fault is null ? Find() : null;
    }

    /// <summary>As it stands in the template.</summary>
    public string Text { get; }

    /// <summary>Its name in upper case, with the blanks around it: ASP.NET Core knows none that has any.</summary>
    public string Name { get; }

    /// <summary>What stands between its parentheses.</summary>
    public string Argument { get; }

    /// <summary>Whether it has parentheses.</summary>
    public bool HasArgument { get; }

    /// <summary>Its arguments as whole numbers, null each that is none.</summary>
    public IReadOnlyList<long?> ArgumentNumbers { get; }

    /// <summary>Why its argument is no regular expression; null where it is one, or is not meant to be.</summary>
    public string? RegexFault { get; }

    /// <summary>Why ASP.NET Core would refuse to make it, though it is one of its own; null where it would not.</summary>
    public string? Fault { get; }

    /// <summary>The whole numbers that it lets pass, where it lets pass nothing else.</summary>
    public ValueRange? Numbers { get; }

    /// <summary>The lengths of the texts that it lets pass.</summary>
    public ValueRange Lengths { get; }

    /// <summary>Whether nothing is known of it: it is one of the project's own, or wrong.</summary>
    public bool IsCustom => _isMatch is null;

    /// <summary>Whether it asks for nothing but a length.</summary>
    public bool IsOfLength => Name is "LENGTH" or "MINLENGTH" or "MAXLENGTH";

    /// <summary>Whether it lets every text pass that a segment may be.</summary>
    public bool IsTrivial => Name is "REQUIRED" || (IsOfLength && Lengths is { Least: <= 1, Most: int.MaxValue });

    public static RouteConstraint Parse(string text) => new(text);

    /// <summary>Whether it lets a text pass. One of the project's own is taken to let every one pass.</summary>
    public bool IsMatch(string text) => _isMatch is null || _isMatch(text);

    /// <summary>Whether it lets the rest of a path pass that is not there.</summary>
    public bool IsMatchOfNothing() => IsCustom || Name == "NONFILE";

    private Func<string, bool>? Find()
    {
        const NumberStyles Float = NumberStyles.Float | NumberStyles.AllowThousands;
        var culture = CultureInfo.InvariantCulture;
        return Name switch
        {
            "INT" => text => int.TryParse(text, NumberStyles.Integer, culture, out _),
            "LONG" => text => long.TryParse(text, NumberStyles.Integer, culture, out _),
            "MIN" or "MAX" or "RANGE" when Numbers is { } range => text => long.TryParse(text, NumberStyles.Integer, culture, out long value) && range.Contains(value),
            "BOOL" => text => bool.TryParse(text, out _),
            "DATETIME" => text => DateTime.TryParse(text, culture, DateTimeStyles.None, out _),
            "DECIMAL" => text => decimal.TryParse(text, NumberStyles.Number, culture, out _),
            "DOUBLE" => text => double.TryParse(text, Float, culture, out _),
            "FLOAT" => text => float.TryParse(text, Float, culture, out _),
            "GUID" => text => Guid.TryParse(text, out _),
            "ALPHA" => IsAlpha,
            "FILE" => IsFileName,
            "NONFILE" => text => !IsFileName(text),
            "REQUIRED" => static text => text.Length > 0,
            "LENGTH" or "MINLENGTH" or "MAXLENGTH" when Lengths is { } range => text => range.Contains(text.Length),
            "REGEX" when _regex is { } regex => text => IsRegexMatch(regex, text),
            _ => null,
        };
    }

    private static (Regex?, string?) ReadRegex(string pattern)
    {
        try
        {
            return (new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeout), null);
        }
        catch (ArgumentException exception)
        {
            return (null, exception.Message);
        }
    }

    private static bool IsRegexMatch(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // A line feed at the end is nothing to ASP.NET Core's expression, ^[a-z]*$.
    private static bool IsAlpha(string text) =>
        text.Take(text.EndsWith("\n", StringComparison.Ordinal) ? text.Length - 1 : text.Length).All(static c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'));

    // A dot in the last segment, and something else behind it.
    private static bool IsFileName(string text)
    {
        int dot = text.IndexOf('.', text.LastIndexOf('/') + 1);
        return dot >= 0 && text.Skip(dot).Any(static c => c != '.');
    }

    private ValueRange? NumberRange() => (Name, ArgumentNumbers) switch
    {
        ("INT", _) => new(int.MinValue, int.MaxValue),
        ("LONG", _) => new(long.MinValue, long.MaxValue),
        ("MIN", [{ } least]) => new(least, long.MaxValue),
        ("MAX", [{ } most]) => new(long.MinValue, most),
        ("RANGE", [{ } least, { } most]) => new(least, most),
        _ => null,
    };

    private ValueRange LengthRange() => (Name, ArgumentNumbers) switch
    {
        ("LENGTH", [{ } length]) => new(length, length),
        ("LENGTH", [{ } least, { } most]) => new(least, most),
        ("MINLENGTH", [{ } least]) => new(least, int.MaxValue),
        ("MAXLENGTH", [{ } most]) => new(0, most),

        // Both let white space stand around, and a Guid has 32 digits at least.
        ("BOOL", _) => new("true".Length, int.MaxValue),
        ("GUID", _) => new(32, int.MaxValue),
        _ => AnyLength,
    };

    private static long? ParseNumber(string text) =>
        long.TryParse(text.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? number : null;
}
