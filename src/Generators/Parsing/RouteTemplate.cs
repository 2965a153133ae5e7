using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>A template that has been read.</summary>
/// <param name="Pattern">The same route in ASP.NET Core's syntax; of no use where there are errors.</param>
/// <param name="Segments">What stands between its slashes; of no use where there are errors.</param>
/// <param name="Parameters">What the path gives a name to; ignored parts (<c>&lt;_&gt;</c>) are not among them.</param>
/// <param name="Constraints">The constraints of all parameters and ignored parts.</param>
/// <param name="UsesRegex">Whether a parameter has the constraint <c>regex</c>.</param>
/// <param name="Errors">What cannot be understood.</param>
internal sealed record RouteTemplate(
    string Pattern,
    EquatableArray<RouteSegment> Segments,
    EquatableArray<RouteParameter> Parameters,
    EquatableArray<RouteParameterConstraint> Constraints,
    bool UsesRegex,
    EquatableArray<RouteTemplateError> Errors)
{
    /// <summary>Finds a parameter as ASP.NET Core would: whatever the case.</summary>
    public RouteParameter? Find(string name) =>
        Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
}
