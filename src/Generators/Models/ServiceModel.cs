namespace Upwire.Generators.Models;

/// <summary>A service that is resolved from the request's scope.</summary>
/// <param name="TypeExpression">The type, fully qualified.</param>
/// <param name="Key">The expression of its key; null for a service without one.</param>
/// <param name="Fallback">The expression that stands for a service that is not there; null where it must be.</param>
internal sealed record ServiceModel(string TypeExpression, string? Key, string? Fallback);
