using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.CodeFixes;

/// <summary>The template of an endpoint's own attribute, changed as diagnostics about parameters ask for it.</summary>
internal sealed class TemplateFit
{
    private readonly EndpointDeclaration _endpoint;
    private readonly List<string> _additions = [];
    private readonly List<(int Start, int Length, string Text)> _edits = [];

    private TemplateFit(EndpointDeclaration endpoint) => _endpoint = endpoint;

    /// <summary>The template that fits; null where nothing is to be changed, or nothing can be.</summary>
    public static string? Find(EndpointDeclaration endpoint, IEnumerable<Diagnostic> diagnostics)
    {
        if (endpoint.Template.Errors.Count > 0)
        {
            return null;
        }

        var fit = new TemplateFit(endpoint);
        foreach (var diagnostic in diagnostics)
        {
            fit.Include(diagnostic);
        }

        string template = fit.Write();
        return template != endpoint.OriginalTemplate && IsValid(RouteTemplateParser.Parse(endpoint.Join(template).Text)) ? template : null;
    }

    private void Include(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties;
        if (properties.GetValueOrDefault(DiagnosticProperties.Name) is not { } name)
        {
            return;
        }

        switch (diagnostic.Id, _endpoint.Template.Find(name))
        {
            case (DiagnosticIds.FromRouteWithoutParameter, null) when properties.GetValueOrDefault(DiagnosticProperties.Addition) is { } addition:
                _additions.Add(addition);
                break;
            case (DiagnosticIds.ConstraintType, { Constraints.Count: > 0 } parameter):
                ChangeConstraints(parameter, properties[DiagnosticProperties.Constraint]!);
                break;
            case (DiagnosticIds.OptionalParameter, { HasDefault: false, IsCatchAll: false } parameter):
                ChangeOptionality(parameter, isOptional: properties.GetValueOrDefault(DiagnosticProperties.IsOptional) is null);
                break;
        }
    }

    // What agrees with the type stays, and the type's own stands where the first did that does not.
    private void ChangeConstraints(RouteParameter parameter, string ofType)
    {
        var constraints = parameter.Constraints.ToList();
        int opponent = constraints.FindIndex(Disagrees);
        if (opponent < 0)
        {
            return;
        }

        var kept = constraints.Where(constraint => !Disagrees(constraint)).Select(TextOf).ToList();
        if (!kept.Contains(ofType, StringComparer.OrdinalIgnoreCase))
        {
            kept.Insert(opponent, ofType);
        }

        int start = constraints[0].Start;
        Edit(start, EndOf(parameter) - start, string.Join(":", kept));

        bool Disagrees(RouteParameterConstraint constraint) => ConstraintRules.Disagree(constraint.Text, ofType, _endpoint.Known);
    }

    private void ChangeOptionality(RouteParameter parameter, bool isOptional)
    {
        int end = EndOf(parameter);
        if (isOptional && !parameter.IsOptional)
        {
            Edit(end, 0, "?");
        }
        else if (!isOptional && parameter.IsOptional && _endpoint.Joined.Text[end] == '?')
        {
            Edit(end, 1, "");
        }
    }

    // A prefix is other endpoints', too.
    private void Edit(int start, int length, string text)
    {
        if (_endpoint.Joined.Locate(start) is { IsInPrefix: false, Position: var position })
        {
            _edits.Add((position, length, text));
        }
    }

    private string Write()
    {
        string template = _endpoint.OriginalTemplate;
        foreach (var (start, length, text) in _edits.OrderByDescending(static edit => edit.Start))
        {
            template = template.Remove(start, length).Insert(start, text);
        }

        // What may be left out comes last.
        var (open, close) = UsesBraces ? ("{", "}") : ("<", ">");
        foreach (string addition in _additions.Distinct().OrderBy(static addition => addition[addition.Length - 1] == '?'))
        {
            template += (template.EndsWith("/", StringComparison.Ordinal) ? "" : "/") + open + addition + close;
        }

        return template;
    }

    private bool UsesBraces => _endpoint.Joined.Text.Contains('{') && !_endpoint.Joined.Text.Contains('<');

    private string TextOf(RouteParameterConstraint constraint) => _endpoint.Joined.Text.Substring(constraint.Start, constraint.Length);

    private static int EndOf(RouteParameter parameter) =>
        parameter.Constraints is { Count: > 0 and var count } constraints && constraints[count - 1] is var last ? last.Start + last.Length : parameter.Start + parameter.Name.Length;

    // ASP.NET Core takes an optional parameter before another segment, but no path can leave it out there.
    private static bool IsValid(RouteTemplate template) =>
        template.Errors.Count == 0
        && template.Segments.SkipWhile(static segment => !MayBeLeftOut(segment)).All(MayBeLeftOutOrTakesTheRest);

    private static bool MayBeLeftOut(RouteSegment segment) => segment.Parts.Any(static part => part is RoutePart.Parameter { IsOptional: true });

    private static bool MayBeLeftOutOrTakesTheRest(RouteSegment segment) =>
        MayBeLeftOut(segment) || segment.Parts.All(static part => part is RoutePart.Parameter { IsCatchAll: true } or RoutePart.Parameter { Default: not null });
}
