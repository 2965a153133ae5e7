using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes what a handler's signature tells of its endpoint, in the order of minimal APIs: what is inferred, then what a type itself adds, then what may go wrong.</summary>
internal static class MetadataEmitter
{
    private const string ParameterMetadata = "global::Upwire.CompilerServices.ParameterMetadata";
    private const string ResultMetadata = "global::Upwire.CompilerServices.ResultMetadata";

    public static IEnumerable<string> Emit(EndpointModel endpoint) =>
        endpoint.IsWebSocket ? [] : Parameters(endpoint).Concat(Results(endpoint));

    private static IEnumerable<string> Parameters(EndpointModel endpoint)
    {
        for (int i = 0; i < endpoint.Parameters.Count; i++)
        {
            var (source, name, isOptional) = endpoint.Parameters[i] switch
            {
                { Binding: ParameterBinding.Text text } => (text.Source, text.Key, text.Fallback is not null || text.Shape != TextShape.Value),
                { Binding: ParameterBinding.JsonBody body } parameter => ("Body", parameter.Name, !body.IsRequired),
                _ => default,
            };

            if (source is not null)
            {
                string key = SymbolDisplay.FormatLiteral(name, quote: true);
                yield return $"{ParameterMetadata}.Of({i}, {Names.ParameterSource}.{source}, {key}, isOptional: {(isOptional ? "true" : "false")})";
            }
        }
    }

    private static IEnumerable<string> Results(EndpointModel endpoint)
    {
        var result = endpoint.Result;
        if (Inferred(result) is { } inferred)
        {
            yield return inferred;
        }

        if (result.IsNullable)
        {
            yield return $"{ResultMetadata}.NotFound";
        }

        if (result.MetadataProvider is { } provider)
        {
            yield return $"{ResultMetadata}.Of<{provider}>()";
        }

        // Of an IResult that says nothing of itself no answer is known, and one alone would look as if it were the only one.
        if (BindingEmitter.CanFail(endpoint) && result is not { Kind: ResultKind.Result, MetadataProvider: null })
        {
            yield return $"{ResultMetadata}.BadRequest";
        }
    }

    private static string? Inferred(ResultModel result) => result.Kind switch
    {
        ResultKind.Empty => $"{ResultMetadata}.Empty",
        ResultKind.Text => Ok("string", "text/plain"),
        ResultKind.Bytes or ResultKind.Stream or ResultKind.Pipe => Ok("global::System.IO.Stream", "application/octet-stream"),
        ResultKind.Array => Ok($"global::System.Collections.Generic.IAsyncEnumerable<{result.ValueTypeExpression}>", "application/json"),
        ResultKind.Events => Ok($"global::System.Net.ServerSentEvents.SseItem<{result.ValueTypeExpression}>", "text/event-stream"),
        ResultKind.Object => Ok("object", "application/json"),
        ResultKind.Json => Ok(result.ValueTypeExpression, "application/json"),
        _ => null,
    };

    private static string Ok(string type, string contentType) =>
        $"{ResultMetadata}.Ok<{type}>({SymbolDisplay.FormatLiteral(contentType, quote: true)})";
}
