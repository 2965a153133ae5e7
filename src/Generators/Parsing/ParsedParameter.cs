using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Where a parameter's value comes from, or why it cannot come from anywhere: one of the two.</summary>
internal sealed record ParsedParameter
{
    private ParsedParameter(ParameterBinding? binding, Violation? violation)
    {
        Binding = binding;
        Violation = violation;
    }

    public ParameterBinding? Binding { get; }

    public Violation? Violation { get; }

    public static implicit operator ParsedParameter(ParameterBinding binding) => new(binding, null);

    public static implicit operator ParsedParameter(Violation violation) => new(null, violation);
}
