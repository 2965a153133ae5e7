using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the types that descriptions of a controller's endpoints show, for a native binary, which makes no contracts at run time.</summary>
internal static class DescribedTypesEmitter
{
    private const string TypeMetadata = "global::Upwire.CompilerServices.TypeMetadata";

    public static void Emit(SourceWriter writer, ControllerModel controller)
    {
        string[] types = [.. controller.Endpoints.Where(static endpoint => !endpoint.IsWebSocket).SelectMany(Of).Distinct()];
        if (types.Length == 0)
        {
            return;
        }

        writer.Line("endpoints.UseDescribedTypes(static () =>");
        using (writer.Brackets("]);"))
        {
            foreach (string type in types)
            {
                writer.Line($"{type},");
            }
        }
    }

    private static IEnumerable<string> Of(EndpointModel endpoint) => endpoint.Leaves.SelectMany(Of).Concat(Of(endpoint.Result));

    private static IEnumerable<string> Of(ParameterModel leaf) =>
        leaf.Binding is ParameterBinding.Fields { Object: not null } fields
            ? fields.Parts.SelectMany(static part => part.Field.DescribedTypes)
            : leaf.DescribedTypes;

    // What the application has a contract only of the items of.
    private static IEnumerable<string> Of(ResultModel result) => result.Kind switch
    {
        ResultKind.Array => [$"{TypeMetadata}.SequenceOf<{result.ValueTypeExpression}>()"],
        ResultKind.Events =>
        [
            $"{TypeMetadata}.EventOf<{result.ValueTypeExpression}>()",
            $"{TypeMetadata}.NullableOf<global::System.TimeSpan>()",
            $"{TypeMetadata}.ValueOf(global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.TimeSpanConverter)",
        ],
        _ => [],
    };
}
