using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes what a return type tells of its endpoint, in the order of minimal APIs: what is inferred, then what the type itself adds.</summary>
internal static class ResultMetadataEmitter
{
    private const string ResultMetadata = "global::Upwire.CompilerServices.ResultMetadata";

    public static IEnumerable<string> Emit(ResultModel result)
    {
        if (Inferred(result) is var (type, contentType))
        {
            yield return $"{ResultMetadata}.Ok<{type}>({SymbolDisplay.FormatLiteral(contentType, quote: true)})";
        }

        if (result.IsNullable)
        {
            yield return $"{ResultMetadata}.NotFound";
        }

        if (result.MetadataProvider is { } provider)
        {
            yield return $"{ResultMetadata}.Of<{provider}>()";
        }
    }

    private static (string Type, string ContentType)? Inferred(ResultModel result) => result.Kind switch
    {
        ResultKind.Text => ("string", "text/plain"),
        ResultKind.Bytes or ResultKind.Stream or ResultKind.Pipe => ("global::System.IO.Stream", "application/octet-stream"),
        ResultKind.Array => ($"global::System.Collections.Generic.IAsyncEnumerable<{result.ValueTypeExpression}>", "application/json"),
        ResultKind.Events => ($"global::System.Net.ServerSentEvents.SseItem<{result.ValueTypeExpression}>", "text/event-stream"),
        ResultKind.Object => ("object", "application/json"),
        ResultKind.Json => (result.ValueTypeExpression, "application/json"),
        _ => null,
    };
}
