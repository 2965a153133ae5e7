namespace Upwire.Generators.Matching;

/// <summary>A route that no request reaches.</summary>
/// <param name="Route">The route.</param>
/// <param name="Before">The route that takes all of its requests; null where its own constraints let none pass.</param>
/// <param name="Contradiction">What no text does that its constraints ask for; null where another route takes its requests.</param>
internal sealed record UnreachableRoute(Route Route, Route? Before, string? Contradiction);
