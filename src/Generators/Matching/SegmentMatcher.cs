using Upwire.Generators.Parsing;

namespace Upwire.Generators.Matching;

/// <summary>What a segment of a route matches, by the rules of ASP.NET Core's matcher.</summary>
internal sealed class SegmentMatcher
{
    private readonly RoutePart[] _parts;
    private readonly RouteConstraint[][] _constraints;

    public SegmentMatcher(RouteSegment segment, Func<string, RouteConstraint> constraint)
    {
        _parts = [.. segment.Parts];
        _constraints = [.. _parts.Select(part => part is RoutePart.Parameter parameter ? parameter.Constraints.Select(constraint).ToArray() : [])];
        Key = string.Concat(_parts.Select(KeyOf));
        CustomKey = string.Join(":", Constraints.Where(static constraint => constraint.IsCustom).Select(static constraint => constraint.Text));
    }

    /// <summary>The same for segments that match the same, though their parameters may have other names.</summary>
    public string Key { get; }

    /// <summary>The constraints of which nothing is known.</summary>
    public string CustomKey { get; }

    /// <summary>The text that it is; null where it has a parameter.</summary>
    public string? Literal => _parts is [RoutePart.Literal { Text: var text }] ? text : null;

    /// <summary>The parameter that it is; null where it is something else, or more.</summary>
    public RoutePart.Parameter? Parameter => _parts is [RoutePart.Parameter parameter] ? parameter : null;

    public IReadOnlyList<RoutePart> Parts => _parts;

    public IEnumerable<RouteConstraint> Constraints => _constraints.SelectMany(static constraints => constraints);

    public bool IsCatchAll => Parameter is { IsCatchAll: true };

    /// <summary>Its digit in ASP.NET Core's precedence: the lower one goes first.</summary>
    public char Precedence =>
        Literal is not null ? '1'
        : Parameter is not { } parameter ? '2'
        : (parameter.IsCatchAll, parameter.Constraints.Count > 0) switch
        {
            (false, true) => '2',
            (false, false) => '3',
            (true, true) => '4',
            (true, false) => '5',
        };

    /// <summary>Whether a path may end before it.</summary>
    public bool MatchesNothing =>
        Parameter is { } parameter
        && (parameter.Default is { } value ? Passes(0, value)
            : parameter.IsCatchAll ? Constraints.All(static constraint => constraint.IsMatchOfNothing())
            : parameter.IsOptional);

    /// <summary>The constraints of the parameter at a place among the parts.</summary>
    public IReadOnlyList<RouteConstraint> ConstraintsOf(int part) => _constraints[part];

    /// <summary>Why it matches no text; null where it may match one.</summary>
    public string? FindContradiction() => _constraints.Select(Contradiction.Find).FirstOrDefault(static reason => reason is not null);

    /// <summary>Whether it matches a text, which is not empty.</summary>
    public bool Matches(string text)
    {
        if (Literal is { } literal)
        {
            return string.Equals(literal, text, StringComparison.OrdinalIgnoreCase);
        }

        if (_parts.Length == 1)
        {
            return Passes(0, text);
        }

        // Without its optional end only where it does not match with it, and where the separator does not stand there for nothing.
        bool hasOptionalEnd = _parts[_parts.Length - 1] is RoutePart.Parameter { IsOptional: true };
        var values = MatchParts(text, _parts.Length);
        if (values is null && hasOptionalEnd && !text.EndsWith(((RoutePart.Literal)_parts[_parts.Length - 2]).Text, StringComparison.OrdinalIgnoreCase))
        {
            values = MatchParts(text, _parts.Length - 2);
        }

        return values?.All(pair => Passes(pair.Part, pair.Value)) == true;
    }

    private static string KeyOf(RoutePart part) => part switch
    {
        RoutePart.Literal literal => literal.Text.ToUpperInvariant().Replace("<", "<<"),
        RoutePart.Parameter parameter => $"<{string.Join(":", parameter.Constraints)}={parameter.Default}{(parameter.IsOptional ? "?" : "")}{(parameter.IsCatchAll ? ".." : "")}>",
        _ => "",
    };

    private bool Passes(int part, string value) => _constraints[part].All(constraint => constraint.IsMatch(value));

    // From the right, each text where it stands last, and never again where it stands before: so does ASP.NET Core. Returns what the
    // parameters take; null where they do not fit.
    private List<(int Part, string Value)>? MatchParts(string text, int count)
    {
        var values = new List<(int, string)>();
        int end = text.Length;
        int parameter = -1;
        for (int i = count - 1; i >= 0; i--)
        {
            if (_parts[i] is not RoutePart.Literal { Text: var literal })
            {
                parameter = i;
                continue;
            }

            // One character is left to a parameter behind the text.
            int limit = parameter >= 0 ? end - 1 : end;
            int start = limit <= 0 ? -1 : text.Substring(0, limit).LastIndexOf(literal, StringComparison.OrdinalIgnoreCase);
            if (start < 0 || (i == _parts.Length - 1 && start + literal.Length != text.Length))
            {
                return null;
            }

            if (parameter >= 0)
            {
                values.Add((parameter, text.Substring(start + literal.Length, end - start - literal.Length)));
                parameter = -1;
            }

            end = start;
        }

        if (parameter >= 0)
        {
            values.Add((parameter, text.Substring(0, end)));
            end = 0;
        }

        return end == 0 && values.All(static pair => pair.Item2.Length > 0) ? values : null;
    }
}
