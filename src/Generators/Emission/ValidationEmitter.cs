
namespace Upwire.Generators.Emission;

/// <summary>Writes the validation of an endpoint's arguments.</summary>
internal sealed class ValidationEmitter(SourceWriter writer, IEnumerable<Argument> arguments, string leave)
{
    private readonly Argument[] _arguments = [.. arguments.Where(static argument => argument.Parameter.Validation is not null)];

    // Messages are validated one by one, when they come.
    private readonly Argument[] _bound = [.. arguments.Where(static argument => argument.Parameter.Validation is not null && !argument.IsOfConnection)];

    /// <summary>Makes the validators, once for the endpoint.</summary>
    public void EmitPreparation()
    {
        if (_bound.Length > 0)
        {
            writer.Line("bool isValidated = endpoint.IsValidated;");
        }

        foreach (var argument in _arguments)
        {
            var validation = argument.Parameter.Validation!;
            string[] values =
            [
                Literal.Of(validation.Name),
                Literal.Of(validation.MemberName),
                Literal.Of(validation.DisplayName),
                $"isJson: {Literal.Of(validation.IsJson)}",
                $"[{string.Join(", ", validation.Attributes)}]",
                validation.Inner ?? "null",
            ];

            writer.Line($"var {argument.ValidatorLocal} = new global::Upwire.CompilerServices.ParameterValidator({string.Join(", ", values)});");
        }
    }

    /// <summary>Validates, and answers with all failures if there are any.</summary>
    public void Emit()
    {
        if (_bound.Length == 0)
        {
            return;
        }

        using (writer.Braces("if (isValidated)"))
        {
            writer.Line("var validation = endpoint.BeginValidation(context);");
            foreach (var argument in _bound)
            {
                writer.Line($"validation.Check({argument.ValidatorLocal}, {argument.Local});");
            }

            using (writer.Braces("if (validation.HasFailures)"))
            {
                writer.Line("await validation.WriteFailuresAsync();");
                writer.Line(leave);
            }
        }

        writer.Line();
    }
}
