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
        if (endpoint.Leaves.Any(static leaf => leaf.Binding.IsOfForm))
        {
            yield return $"{ParameterMetadata}.Form";
        }

        foreach (var leaf in Argument.Of(endpoint).SelectMany(static argument => argument.Leaves))
        {
            var (source, name) = leaf.Binding switch
            {
                ParameterBinding.Text text => (text.Source, text.Key),
                ParameterBinding.Fields fields => (fields.Source, fields.Key),
                ParameterBinding.Form => ("Form", leaf.Parameter.Name),
                ParameterBinding.JsonBody => ("Body", leaf.Parameter.Name),
                _ => default,
            };

            if (source is not null)
            {
                string key = SymbolDisplay.FormatLiteral(name, quote: true);
                yield return $"{ParameterMetadata}.Of{leaf.Owner}({leaf.Place}, {Names.ParameterSource}.{source}, {key}, isOptional: {(leaf.Binding.IsOptional ? "true" : "false")})";
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
        if (endpoint.Leaves.Any(static leaf => leaf.Binding.CanFail) && result is not { Kind: ResultKind.Result, MetadataProvider: null })
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
