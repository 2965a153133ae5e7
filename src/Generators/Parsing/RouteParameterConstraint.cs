namespace Upwire.Generators.Parsing;

/// <summary>A constraint of a parameter or an ignored part, where it stands.</summary>
/// <param name="Text">The constraint with its arguments, without escapes.</param>
/// <param name="Start">Where it begins in the template.</param>
/// <param name="Length">How many characters it has there.</param>
internal sealed record RouteParameterConstraint(string Text, int Start, int Length);
