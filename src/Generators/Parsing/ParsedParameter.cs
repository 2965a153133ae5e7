using System.Collections.Immutable;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Where a parameter's value comes from, or why it cannot come from anywhere: one of the two.</summary>
internal sealed class ParsedParameter
{
    private ParsedParameter(ParameterBinding? binding, ImmutableArray<Violation> violations)
    {
        Binding = binding;
        Violations = violations;
    }

    public ParameterBinding? Binding { get; }

    public ImmutableArray<Violation> Violations { get; }

    public static implicit operator ParsedParameter(ParameterBinding binding) => new(binding, []);

    public static implicit operator ParsedParameter(Violation violation) => new(null, [violation]);

    public static implicit operator ParsedParameter(ImmutableArray<Violation> violations) => new(null, violations);
}
