using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Rules;

/// <summary>A rule that an endpoint breaks. The parser only asks whether one refuses it; an analyzer reports them.</summary>
internal sealed class Violation(DiagnosticDescriptor rule, ISymbol symbol, params object[] arguments)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    /// <summary>Whether the endpoint is not emitted for it: it could not work. What is only dangerous is emitted.</summary>
    public bool Refuses => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>Where the fault is, unless it is inside the template.</summary>
    public ISymbol Symbol { get; } = symbol;

    public object[] Arguments { get; } = arguments;

    /// <summary>What a code fix needs to know, by the names of <see cref="Diagnostics.DiagnosticProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The parameter of the endpoint attribute's constructor, or its property, whose argument is at fault.</summary>
    public string? AttributeParameter { get; init; }

    /// <summary>The part of the joined template that is at fault: start and length.</summary>
    public (int Start, int Length)? InTemplate { get; init; }
}
