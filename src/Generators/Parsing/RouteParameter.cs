using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>A named part of a template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where the name begins in the template.</param>
/// <param name="IsOptional">Whether the path may lack it.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
/// <param name="HasDefault">Whether it has a value where the path lacks it.</param>
/// <param name="Constraints">Its constraints.</param>
internal sealed record RouteParameter(
    string Name,
    int Start,
    bool IsOptional,
    bool IsCatchAll,
    bool HasDefault,
    EquatableArray<RouteParameterConstraint> Constraints);
