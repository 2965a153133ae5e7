namespace Upwire.Generators.Matching;

/// <summary>Two routes that ASP.NET Core's matcher cannot choose between for a request.</summary>
/// <param name="First">The one that is declared first.</param>
/// <param name="Second">The other.</param>
/// <param name="Path">The segments of the path of such a request.</param>
internal sealed record RouteConflict(Route First, Route Second, IReadOnlyList<string> Path);
