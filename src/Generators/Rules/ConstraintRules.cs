using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Matching;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0004 and UPW0005: whether routing knows the constraints of a template, and whether they let pass what a parameter can hold.</summary>
internal static class ConstraintRules
{
    /// <summary>Finds constraints of ASP.NET Core's that it could not make of their arguments.</summary>
    public static IEnumerable<Violation> CheckArguments(EndpointDeclaration endpoint)
    {
        foreach (var written in endpoint.Template.Constraints)
        {
            if (endpoint.Known.Constraints.Read(written.Text).Fault is { } fault)
            {
                yield return new(RouteDescriptors.UnknownConstraint, endpoint.Method, written.Text, fault) { InTemplate = (written.Start, written.Length) };
            }
        }
    }

    /// <summary>
    /// Finds constraints that routing does not know. The generator does not ask: what is registered may stand where no compiler sees
    /// it, in an assembly that the project references.
    /// </summary>
    public static IEnumerable<Violation> CheckNames(EndpointDeclaration endpoint)
    {
        foreach (var written in endpoint.Template.Constraints.Where(written => !IsKnown(written.Text, endpoint.Known)))
        {
            var (replaced, nearest) = FindMeant(written.Text, endpoint.Known);
            string reason = nearest is null
                ? "is none that routing knows; register it in RouteOptions.ConstraintMap, or use one of " + string.Join(", ", ConstraintFault.Names)
                : $"is none that routing knows; did you mean '{nearest}'?";
            yield return new(RouteDescriptors.UnknownConstraint, endpoint.Method, written.Text, reason)
            {
                InTemplate = (written.Start, nearest is null || replaced == written.Text ? written.Length : replaced.Length),
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(DiagnosticProperties.Replaced, replaced)
                    .Add(DiagnosticProperties.Replacement, nearest),
            };
        }
    }

    /// <summary>The violation of a parameter whose type none of the texts can be parsed to that its constraints let pass; null where one can, or nothing is known.</summary>
    public static Violation? FindDisagreement(BindingTarget target, RouteParameter parameter, KnownSymbols known)
    {
        if (parameter.Constraints.Count == 0 || ConstraintTypes.OfType(target.Type, known) is not { } ofType)
        {
            return null;
        }

        var opponent = parameter.Constraints
            .Select(constraint => known.Constraints.Read(constraint.Text))
            .FirstOrDefault(constraint => IsOpponent(constraint, known.Constraints.Read(ofType)));
        if (opponent is null)
        {
            return null;
        }

        string? asked = ConstraintTypes.TypeOf(opponent.Text);
        string mend = $"write '<{parameter.Name}:{ofType}>'" + (asked is null ? ", or leave the constraint out" : $", or take '{asked}'");
        return new(RouteDescriptors.ConstraintType, target.Symbol, opponent.Text, target.Name, ResultParser.NotNull(target.Type).Display(), mend)
        {
            Properties = ImmutableDictionary<string, string?>.Empty
                .Add(DiagnosticProperties.Name, parameter.Name)
                .Add(DiagnosticProperties.Constraint, ofType)
                .Add(DiagnosticProperties.Type, ConstraintTypes.Find([opponent.Text]))
                .Add(DiagnosticProperties.IsOptional, target.IsNullable ? "true" : null),
        };
    }

    /// <summary>Whether a constraint lets pass nothing that another does.</summary>
    public static bool Disagree(string constraint, string ofType, KnownSymbols known) =>
        IsOpponent(known.Constraints.Read(constraint), known.Constraints.Read(ofType));

    // One that lets nothing pass by itself is another rule's.
    private static bool IsOpponent(RouteConstraint constraint, RouteConstraint type) => Contradiction.Find([constraint]) is null && NeverAgree(constraint, type);

    private static bool IsKnown(string text, KnownSymbols known)
    {
        string name = NameOf(text, known);
        return ConstraintFault.IsKnown(name) || known.DeclaredConstraints.Contains(name);
    }

    private static string NameOf(string text, KnownSymbols known) => text.Substring(0, known.Constraints.Read(text).Name.Length);

    // Routing takes blanks for a part of the name, and what ends with one for a name without arguments.
    private static (string Replaced, string? Nearest) FindMeant(string text, KnownSymbols known)
    {
        string trimmed = text.Trim();
        if (trimmed != text && IsKnown(trimmed, known))
        {
            return (text, trimmed);
        }

        string name = NameOf(text, known);
        return (name, NearestName.Find(name.Trim(), ConstraintFault.Names.Concat(known.DeclaredConstraints)));
    }

    // That a Guid may be written as 32 digits, or 32 letters, nobody means by such a route.
    private static bool NeverAgree(RouteConstraint constraint, RouteConstraint type) =>
        Contradiction.Find([constraint, type]) is not null
        || (type.Name, constraint.Name) switch
        {
            ("GUID", "ALPHA" or "DECIMAL" or "DOUBLE" or "FLOAT") => true,
            ("ALPHA" or "DECIMAL" or "DOUBLE" or "FLOAT", "GUID") => true,
            ("GUID", _) when constraint.Numbers is not null => true,
            (_, "GUID") when type.Numbers is not null => true,
            ("DATETIME", "GUID") or ("GUID", "DATETIME") => true,
            ("DATETIME", _) when constraint.Numbers is not null => true,
            (_, "DATETIME") when type.Numbers is not null => true,
            _ => false,
        };
}
