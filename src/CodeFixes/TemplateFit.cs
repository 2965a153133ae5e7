using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.CodeFixes;

/// <summary>How the template of an endpoint's own attribute is to change, as diagnostics about parameters ask for it.</summary>
internal sealed class TemplateFit
{
    private readonly EndpointDeclaration _endpoint;
    private readonly List<string> _additions = [];
    private readonly List<TemplateEdit> _edits = [];

    private TemplateFit(EndpointDeclaration endpoint) => _endpoint = endpoint;

    /// <summary>What makes the template fit, in its order; null where nothing is to be changed, or nothing can be.</summary>
    public static IReadOnlyList<TemplateEdit>? Find(EndpointDeclaration endpoint, IEnumerable<Diagnostic> diagnostics)
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

        fit.Append();
        List<TemplateEdit> edits = [.. fit._edits.Distinct().OrderBy(static edit => edit.Start)];
        // Nothing fits where two diagnostics ask for different texts in one place.
        if (edits.Count == 0 || edits.Zip(edits.Skip(1), static (edit, next) => edit.Start + edit.Length > next.Start).Any(static overlaps => overlaps))
        {
            return null;
        }

        string template = edits.AsEnumerable().Reverse().Aggregate(endpoint.OriginalTemplate, static (text, edit) => edit.Apply(text));
        return IsValid(RouteTemplateParser.Parse(endpoint.Join(template).Text)) ? edits : null;
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
        bool isMissing = !parameter.Constraints.Any(constraint => string.Equals(TextOf(constraint), ofType, StringComparison.OrdinalIgnoreCase));
        foreach (var constraint in parameter.Constraints.Where(constraint => ConstraintRules.Disagree(constraint.Text, ofType, _endpoint.Known)))
        {
            // One that goes takes the colon before it along.
            var (start, length, text) = isMissing ? (constraint.Start, constraint.Length, ofType) : (constraint.Start - 1, constraint.Length + 1, "");
            Edit(start, length, text);
            isMissing = false;
        }
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
            _edits.Add(new(position, length, text));
        }
    }

    // What may be left out comes last.
    private void Append()
    {
        var (open, close) = UsesBraces ? ("{", "}") : ("<", ">");
        var segments = _additions.Distinct().OrderBy(static addition => addition[addition.Length - 1] == '?').Select(addition => open + addition + close).ToList();
        if (segments.Count > 0)
        {
            string template = _endpoint.OriginalTemplate;
            _edits.Add(new(template.Length, 0, (template.EndsWith("/", StringComparison.Ordinal) ? "" : "/") + string.Join("/", segments)));
        }
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
