using System.Text;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>One <c>&lt;...&gt;</c> or <c>{...}</c> of a template, taken apart.</summary>
internal sealed class RouteTemplateParameterText
{
    private readonly bool _isAngle;
    private readonly string _prefix;
    private readonly List<(string Text, int Start)> _constraints = [];
    private string? _default;

    private RouteTemplateParameterText(int start, int end, bool isAngle, string prefix, int nameStart, string name)
    {
        Start = start;
        End = end;
        NameStart = nameStart;
        Name = name;
        _isAngle = isAngle;
        _prefix = prefix;
        IsCatchAll = prefix.Length > 0;
    }

    public int Start { get; }

    public int End { get; }

    public int Length => End - Start;

    public int NameStart { get; }

    public string Name { get; }

    public bool IsCatchAll { get; }

    public IEnumerable<RouteParameterConstraint> Constraints =>
        _constraints.Select(constraint => new RouteParameterConstraint(Unescape(constraint.Text), constraint.Start, constraint.Text.Length));

    public bool HasDefault => _default is not null;

    public bool IsOptional { get; private set; }

    /// <summary>Reads the parameter at a position; null, with the position unchanged, where none begins, and with it moved where one is broken.</summary>
    public static RouteTemplateParameterText? TryRead(string template, ref int position, Action<int, int, string, string?> error)
    {
        char open = template[position];
        bool isDoubledBrace = open == '{' && position + 1 < template.Length && template[position + 1] == '{';
        if (open is not ('<' or '{') || isDoubledBrace)
        {
            return null;
        }

        int start = position;
        int close = FindClose(template, start + 1, open);
        if (close < 0 || close == template.Length)
        {
            int slash = template.IndexOf('/', start);
            position = slash < 0 ? template.Length : slash;
            string text = template.Substring(start, position - start);
            error(start, text.Length, $"'{text}' is not closed; did you mean '{text}{(open == '<' ? '>' : '}')}'?", text + (open == '<' ? '>' : '}'));
            return null;
        }

        position = close + 1;
        return Take(template, start, close, error);
    }

    /// <summary>Whether a constraint is there, with whatever arguments.</summary>
    public bool HasConstraint(string name) => _constraints.Any(constraint =>
        constraint.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (constraint.Text.Length == name.Length || constraint.Text[name.Length] == '('));

    /// <summary>The parameter as a part of its segment.</summary>
    public RoutePart.Parameter ToPart() => new(_constraints.Select(constraint => Unescape(constraint.Text)).ToEquatableArray(), IsOptional, IsCatchAll, _default is null ? null : Unescape(_default));

    /// <summary>Writes the parameter in ASP.NET Core's syntax.</summary>
    public void AppendTo(StringBuilder pattern, string name)
    {
        pattern.Append('{').Append(_prefix).Append(name);
        foreach (var (constraint, _) in _constraints)
        {
            pattern.Append(':').Append(InBraces(constraint));
        }

        if (_default is not null)
        {
            pattern.Append('=').Append(InBraces(_default));
        }

        pattern.Append(IsOptional ? "?}" : "}");
    }

    // Braces inside angles are themselves; inside braces they are written twice.
    private string InBraces(string text) => _isAngle ? text.Replace("{", "{{").Replace("}", "}}") : text;

    // As it is meant, whatever braces make of it.
    private string Unescape(string text) => _isAngle ? text : text.Replace("{{", "{").Replace("}}", "}");

    // Parentheses hold the arguments of a constraint, in which any character may stand: <year:regex(^(19|20)\d{2}$)>.
    // Returns whether the character opens or closes one, or escapes the next, which is then stepped over.
    private static bool TakeNesting(string template, ref int position, ref int depth)
    {
        switch (template[position])
        {
            case '\\' when depth > 0:
                position++;
                return true;
            case '(':
                depth++;
                return true;
            case ')' when depth > 0:
                depth--;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Where a parameter ends; the end of the template where it would go on behind it, and negative where it cannot be one.</summary>
    public static int FindClose(string template, int position, char open)
    {
        int depth = 0;
        for (; position < template.Length; position++)
        {
            if (TakeNesting(template, ref position, ref depth))
            {
                continue;
            }

            char current = template[position];
            bool isDoubled = position + 1 < template.Length && template[position + 1] == current;
            switch (current)
            {
                // To ASP.NET Core a brace inside braces is written twice, whatever is around it.
                case '{' or '}' when open == '{' && isDoubled:
                    position++;
                    break;
                case '{' when open == '{':
                    return -1;
                case '>' when open == '<' && depth == 0:
                case '}' when open == '{':
                    return position;
                case '/' when depth == 0:
                    return -1;
                default:
                    break;
            }
        }

        return template.Length;
    }

    private static RouteTemplateParameterText? Take(string template, int start, int close, Action<int, int, string, string?> error)
    {
        bool isAngle = template[start] == '<';
        int nameStart = start + 1;
        while (!isAngle && nameStart < close && nameStart < start + 3 && template[nameStart] == '*')
        {
            nameStart++;
        }

        int nameEnd = nameStart;
        while (nameEnd < close && IsNameCharacter(template[nameEnd]))
        {
            nameEnd++;
        }

        string name = template.Substring(nameStart, nameEnd - nameStart);
        if (name.Length == 0)
        {
            error(start, close + 1 - start, "the parameter has no name; letters, digits, '_' and '-' make one", null);
            return null;
        }

        bool hasDots = isAngle && string.CompareOrdinal(template, nameEnd, "..", 0, 2) == 0;
        string prefix = hasDots ? "**" : template.Substring(start + 1, nameStart - start - 1);
        var parameter = new RouteTemplateParameterText(start, close + 1, isAngle, prefix, nameStart, name);
        return parameter.TakeRest(template, hasDots ? nameEnd + 2 : nameEnd, close, error) ? parameter : null;
    }

    private bool TakeRest(string template, int position, int close, Action<int, int, string, string?> error)
    {
        int start = position;
        bool hasOpen = false;
        while (position < close && template[position] == ':')
        {
            int end = FindConstraintEnd(template, position + 1, close, out bool isClosed);
            hasOpen |= !isClosed;
            _constraints.Add((template.Substring(position + 1, end - position - 1), position + 1));
            position = end;
        }

        if (position < close && template[position] == '=')
        {
            _default = template.Substring(position + 1, close - position - 1);
            position = close;
        }
        else if (position == close - 1 && template[position] == '?')
        {
            IsOptional = true;
            position = close;
        }

        string? fault =
            position < close ? $"'{template.Substring(position, close - position)}' is not understood; a parameter is written <name>, <name?>, <name=default>, <name:constraint> or <name..>"
            : IsCatchAll && IsOptional ? "a parameter that takes the rest of the path may be empty already; leave the '?' out"
            : _default is ['?', ..] or [.., '?'] ? "a parameter with a default is optional already; leave the '?' out"
            : hasOpen ? "a '(' is not closed"
            : _constraints.Any(static constraint => constraint.Text.Length == 0) ? "a constraint is empty"
            : null;

        if (fault is not null)
        {
            int begin = position < close ? position : start;
            error(begin, close - begin, fault, IsCatchAll && IsOptional && close - begin == 1 ? "" : null);
        }

        return fault is null;
    }

    /// <summary>Where a constraint ends, and whether its parentheses are closed there.</summary>
    public static int FindConstraintEnd(string template, int position, int close, out bool isClosed)
    {
        int depth = 0;
        isClosed = true;
        for (; position < close; position++)
        {
            if (TakeNesting(template, ref position, ref depth))
            {
                continue;
            }

            char current = template[position];
            if (depth == 0 && (current is ':' or '=' || (current == '?' && position == close - 1)))
            {
                return position;
            }
        }

        isClosed = depth == 0;
        return close;
    }

    public static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
