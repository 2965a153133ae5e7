using Microsoft.CodeAnalysis;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>A rule that an endpoint breaks beside the others of its application.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Endpoint">Where it is reported.</param>
/// <param name="Other">The endpoint that it breaks it with; null where it needs no other for that.</param>
/// <param name="Arguments">Those of the message.</param>
internal sealed record TableViolation(DiagnosticDescriptor Rule, EndpointDeclaration Endpoint, EndpointDeclaration? Other, params object[] Arguments);
