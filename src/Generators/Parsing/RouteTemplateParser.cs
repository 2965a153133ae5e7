using System.Text;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>
/// Reads a template in Upwire's syntax (<c>/rooms/&lt;id:int&gt;/&lt;path..&gt;</c>) or ASP.NET Core's
/// (<c>/rooms/{id:int}/{**path}</c>), mixed at will, and translates it to the latter. Knows strings only.
/// </summary>
internal sealed class RouteTemplateParser
{
    private readonly string _template;
    private readonly StringBuilder _pattern = new();
    private readonly List<RouteParameter> _parameters = [];
    private readonly List<RouteParameterConstraint> _constraints = [];
    private readonly List<RouteSegment> _segments = [];
    private readonly List<RouteTemplateError> _errors = [];
    private int _position;
    private int _ignored;
    private int _catchAll = -1;
    private bool _usesRegex;

    // So many digits has the number by which ASP.NET Core orders routes.
    private const int MostSegments = 28;

    private RouteTemplateParser(string template) => _template = template;

    private bool IsAtEnd => _position >= _template.Length;

    public static RouteTemplate Parse(string template)
    {
        var parser = new RouteTemplateParser(template);
        parser.ParseTemplate();
        return new(
            parser._pattern.ToString(),
            parser._segments.ToEquatableArray(),
            parser._parameters.ToEquatableArray(),
            parser._constraints.ToEquatableArray(),
            parser._usesRegex,
            parser._errors.ToEquatableArray());
    }

    private void ParseTemplate()
    {
        while (!IsAtEnd)
        {
            if (_template[_position] == '/')
            {
                _pattern.Append('/');
                _position++;
            }

            int start = _position;
            if (_catchAll >= 0 && !IsAtEnd)
            {
                Error(start, _template.Length - start, "nothing can follow a parameter that takes the rest of the path");
                return;
            }

            if (_segments.Count == MostSegments && !IsAtEnd)
            {
                Error(start, _template.Length - start, $"a path of more than {MostSegments} segments is none that routing takes");
                return;
            }

            ParseSegment();
            if (_position == start && !IsAtEnd)
            {
                Error(start, 1, "a segment of the path is empty", "");
            }
        }
    }

    private void ParseSegment()
    {
        int start = _position;
        var parts = new List<RoutePart>();
        var parameters = new List<RouteTemplateParameterText>();
        while (!IsAtEnd && _template[_position] != '/')
        {
            int before = _position;
            if (RouteTemplateParameterText.TryRead(_template, ref _position, Error) is { } parameter)
            {
                if (parameters.Count > 0 && parameters[parameters.Count - 1].End == before)
                {
                    Error(before, _position - before, "two parameters must have text between them, or a slash");
                }

                parameters.Add(parameter);
                parts.Add(parameter.ToPart());
                Add(parameter);
            }
            else if (_position == before)
            {
                if (parameters.Count > 0 && parameters[parameters.Count - 1].End == before && _template[before] == '}')
                {
                    Error(before, 1, "a '}' cannot follow a parameter directly");
                }

                ParseLiteral(parts);
            }
        }

        if (parts.Count > 0)
        {
            _segments.Add(new(parts.ToEquatableArray()));
        }

        CheckSegment(start, isComplex: parts.Count > 1, parameters);
    }

    private void ParseLiteral(List<RoutePart> parts)
    {
        char current = _template[_position];
        bool isDoubled = _position + 1 < _template.Length && _template[_position + 1] == current;
        RoutePart.Literal.Append(parts, current);
        if (current is '{' or '}' && isDoubled)
        {
            _pattern.Append(current, 2);
            _position += 2;
            return;
        }

        if (current is '}' or '>')
        {
            Error(_position, 1, $"'{current}' closes nothing");
        }
        else if (current == '?')
        {
            Error(_position, 1, "'?' cannot be part of a path; the query string is bound by parameters of the method");
        }

        _pattern.Append(current);
        _position++;
    }

    private void Add(RouteTemplateParameterText parameter)
    {
        string name = parameter.Name;
        if (name == "_")
        {
            name = NameOfIgnored();
        }
        else if (_parameters.Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            Error(parameter.NameStart, name.Length, $"the parameter '{name}' is there twice");
        }
        else
        {
            _parameters.Add(new(name, parameter.NameStart, parameter.IsOptional, parameter.IsCatchAll, parameter.HasDefault, parameter.Constraints.ToEquatableArray()));
        }

        _constraints.AddRange(parameter.Constraints);
        _usesRegex |= parameter.HasConstraint("regex");
        parameter.AppendTo(_pattern, name);
    }

    // To ASP.NET Core it has a name like any other, which no parameter may have.
    private string NameOfIgnored()
    {
        string name;
        do
        {
            name = "_" + ++_ignored;
        }
        while (_template.Contains(name));
        return name;
    }

    // ASP.NET Core's own rules for what a segment can hold, which it would enforce when the application starts.
    private void CheckSegment(int start, bool isComplex, List<RouteTemplateParameterText> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.IsCatchAll)
            {
                _catchAll = parameter.Start;
                if (isComplex)
                {
                    Error(parameter.Start, parameter.Length, "a parameter that takes the rest of the path must stand alone between slashes");
                }
            }
            else if (parameter.IsOptional && isComplex && !IsOptionalExtension(start, parameter, parameters))
            {
                Error(parameter.Start, parameter.Length, "an optional parameter beside other text must be the last, after another parameter and a '.'");
            }
        }

        string segment = _template.Substring(start, _position - start);
        if (IsTokenOfMvc(segment))
        {
            Error(start, segment.Length, $"'{segment}' is a token of MVC, which nobody replaces here; write the name itself");
        }
        else if (parameters.Count == 0 && MeantParameter(segment) is { } meant)
        {
            Error(start, segment.Length, $"'{segment}' is not a parameter; did you mean '<{meant}>'?", $"<{meant}>");
        }
    }

    private bool IsOptionalExtension(int segmentStart, RouteTemplateParameterText parameter, List<RouteTemplateParameterText> parameters)
    {
        int dot = parameter.Start - 1;
        return parameter.End == _position
            && dot >= segmentStart
            && _template[dot] == '.'
            && (dot == segmentStart || parameters.Any(other => other.End == dot));
    }

    private static bool IsTokenOfMvc(string segment) => segment.ToLowerInvariant() is "[controller]" or "[action]" or "[area]";

    // ":id" is Express's way to write a parameter, "(id)" and "[id]" are those of others.
    private static string? MeantParameter(string segment)
    {
        string inner =
            segment.StartsWith(":", StringComparison.Ordinal) ? segment.Substring(1)
            : segment is ['(', .., ')'] or ['[', .., ']'] ? segment.Substring(1, segment.Length - 2)
            : "";

        return inner.Length > 0 && inner.All(static c => char.IsLetterOrDigit(c) || c == '_') ? inner : null;
    }

    private void Error(int start, int length, string message) => Error(start, length, message, null);

    private void Error(int start, int length, string message, string? replacement) => _errors.Add(new(start, Math.Max(1, length), message, replacement));
}
