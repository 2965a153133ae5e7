using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the validators of annotated types.</summary>
internal static class ValidatorEmitter
{
    /// <summary>What a member is told that constructs annotations of which the trimmer cannot know what they look for.</summary>
    public const string Suppression =
        """[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute("Trimming", "IL2026", Justification = "The properties that annotations compare are kept, and they convert texts to simple types only.")]""";

    private const string MemberValidator = "global::Upwire.CompilerServices.MemberValidator";
    private const string TypeValidator = "global::Upwire.CompilerServices.TypeValidator";

    /// <summary>The validators that the endpoints of a controller need, each once.</summary>
    public static ValidatorModel[] Of(ControllerModel controller) =>
    [
        .. controller.Endpoints
            .SelectMany(static endpoint => endpoint.AllParameters)
            .SelectMany(static parameter => parameter.All)
            .SelectMany(static parameter => parameter.Validation is { } validation ? validation.Validators : [])
            .Distinct(),
    ];

    public static void Emit(SourceWriter writer, ValidatorModel validator)
    {
        if (validator.NeedsReflection)
        {
            writer.Line(Suppression);
        }

        using (writer.Braces($"private static class {validator.Name}"))
        {
            writer.Line($"public static readonly {TypeValidator} Instance = Create();");
            writer.Line();
            if (validator.NeedsReflection)
            {
                writer.Line($"[global::System.Diagnostics.CodeAnalysis.DynamicDependencyAttribute(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicProperties, typeof({validator.Type}))]");
            }

            string derived = validator.Derived.Count == 0 ? "" : $", static () => [{string.Join(", ", validator.Derived)}]";
            writer.Line($"private static {TypeValidator} Create() => new(typeof({validator.Type}), [{string.Join(", ", validator.Attributes)}], CreateMembers{derived});");
            writer.Line();
            writer.Line($"private static {MemberValidator}[] CreateMembers() =>");
            using (writer.Brackets("];"))
            {
                foreach (var member in validator.Members)
                {
                    EmitMember(writer, validator, member);
                }
            }
        }
    }

    private static void EmitMember(SourceWriter writer, ValidatorModel validator, MemberValidationModel member)
    {
        string[] values =
        [
            Literal.Of(member.Name),
            Literal.Of(member.DisplayName),
            member.JsonName is { } name ? Literal.Of(name) : "null",
            Literal.Of(member.FieldName),
            $"static value => (({validator.Type})value).{Identifier.Escape(member.Name)}",
            $"[{string.Join(", ", member.Attributes)}]",
            member.Inner ?? "null",
        ];

        writer.Line($"new({string.Join(", ", values)}),");
    }
}
