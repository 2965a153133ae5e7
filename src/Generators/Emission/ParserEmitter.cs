using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the parsers around the methods of types that have a <c>TryParse</c> without <c>IParsable</c>.</summary>
internal static class ParserEmitter
{
    /// <summary>The parsers that the endpoints of a controller need, each once.</summary>
    public static ParserModel[] Of(ControllerModel controller) =>
    [
        .. controller.Endpoints
            .SelectMany(static endpoint => endpoint.Leaves)
            .SelectMany(static leaf => Of(leaf.Binding))
            .Distinct(),
    ];

    public static void Emit(SourceWriter writer, ParserModel parser)
    {
        using (writer.Braces($"private readonly struct {parser.Name} : global::Upwire.CompilerServices.IValueParser<{parser.ValueType}>"))
        {
            writer.Line($"public static string Expected => {Literal.Of(parser.Description)};");
            writer.Line();
            using (writer.Braces($"public static bool TryParse(string text, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhenAttribute(false)] out {parser.ValueType} value)"))
            {
                string format = parser.TakesFormat ? "global::System.Globalization.CultureInfo.InvariantCulture, " : "";
                writer.Line($"bool isParsed = {parser.DeclaringType}.TryParse(text, {format}out {parser.ValueType}{(parser.IsReference ? "?" : "")} parsed);");
                writer.Line("value = parsed!;");
                writer.Line("return isParsed;");
            }
        }
    }

    private static IEnumerable<ParserModel> Of(ParameterBinding binding) => binding switch
    {
        ParameterBinding.Text { Generated: { } parser } => [parser],
        ParameterBinding.Fields fields => fields.Parsers,
        _ => [],
    };
}
