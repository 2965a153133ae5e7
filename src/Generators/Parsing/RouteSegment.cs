using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>What stands between two slashes of a template.</summary>
/// <param name="Parts">Its texts and parameters, in order.</param>
internal sealed record RouteSegment(EquatableArray<RoutePart> Parts);
