namespace Upwire.Generators.Models;

/// <summary>A service that is resolved from the request's scope.</summary>
/// <param name="TypeExpression">The type, fully qualified.</param>
/// <param name="Key">The expression of its key; null for a service without one.</param>
/// <param name="IsRequired">Whether its absence is an error.</param>
internal sealed record ServiceModel(string TypeExpression, string? Key, bool IsRequired);
