namespace Upwire.Generators.Parsing;

/// <summary>Something in a template that cannot be understood.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it has; at least one.</param>
/// <param name="Message">What is wrong, and what was probably meant.</param>
/// <param name="Replacement">What was meant in its place; null where that is not sure.</param>
internal sealed record RouteTemplateError(int Start, int Length, string Message, string? Replacement = null);
