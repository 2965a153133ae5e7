using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes what a handler's signature tells of its endpoint, in the order of minimal APIs: what is inferred, then what a type itself adds, then what may go wrong.</summary>
internal static class MetadataEmitter
{
    private const string ParameterMetadata = "global::Upwire.CompilerServices.ParameterMetadata";
    private const string ValueReader = "global::Upwire.CompilerServices.ValueReader<";
    private const string ResultMetadata = "global::Upwire.CompilerServices.ResultMetadata";

    public static IEnumerable<string> Emit(EndpointModel endpoint) =>
        endpoint.IsWebSocket ? [] : Parameters(endpoint).Concat(Inferred(endpoint.Result)).Concat(Provided(endpoint)).Concat(Failures(endpoint));

    private static IEnumerable<string> Parameters(EndpointModel endpoint)
    {
        if (endpoint.Leaves.Any(static leaf => leaf.Binding.IsOfForm))
        {
            yield return $"{ParameterMetadata}.Form";
        }

        foreach (string description in new EndpointArguments(endpoint).Handler.SelectMany(static argument => argument.Leaves).SelectMany(Parameter))
        {
            yield return description;
        }
    }

    private static IEnumerable<string> Parameter(Argument leaf) => leaf.Binding switch
    {
        ParameterBinding.Text text => [Describe("Of", leaf.Owner, leaf.Place, text.Source, text.Key, text.IsOptional)],
        ParameterBinding.JsonBody body => [Describe("Of", leaf.Owner, leaf.Place, "Body", leaf.Parameter.Name, body.IsOptional)],
        ParameterBinding.Form form => [Describe("OfFields", leaf.Owner, leaf.Place, "Form", leaf.Parameter.Name, form.IsOptional)],
        ParameterBinding.Fields { Object: not null } fields => fields.Parts.Select(part => Part(fields, part)),
        ParameterBinding.Fields fields => [Describe("OfFields", leaf.Owner, leaf.Place, fields.Source, fields.Key, fields.IsOptional)],
        _ => [],
    };

    private static string Part(ParameterBinding.Fields fields, FieldPart part)
    {
        string method = part.Field.Reader.StartsWith(ValueReader, StringComparison.Ordinal) ? "Of" : "OfFields";
        return Describe(method, part.Owner.ValueType, Literal.Of(part.Field.Property!), fields.Source, part.Key, part.IsOptional);
    }

    private static string Describe(string method, string? owner, string place, string source, string key, bool isOptional) =>
        $"{ParameterMetadata}.{method}{(owner is null ? "" : $"<{owner}>")}({place}, {Names.ParameterSource}.{source}, {Literal.Of(key)}, isOptional: {Literal.Of(isOptional)})";

    private static IEnumerable<string> Inferred(ResultModel result)
    {
        if (Answer(result) is { } answer)
        {
            yield return answer;
        }

        if (result.IsNullable)
        {
            yield return $"{ResultMetadata}.NotFound";
        }
    }

    private static IEnumerable<string> Provided(EndpointModel endpoint)
    {
        foreach (var leaf in new EndpointArguments(endpoint).Handler.SelectMany(static argument => argument.Leaves))
        {
            if (leaf.Parameter.MetadataProvider is { TellsOfParameter: true } ofParameter)
            {
                yield return $"{ParameterMetadata}.ProvidedBy<{(leaf.Owner is { } owner ? owner + ", " : "")}{ofParameter.Type}>({leaf.Place})";
            }

            if (leaf.Parameter.MetadataProvider is { TellsOfEndpoint: true } ofEndpoint)
            {
                yield return $"{ResultMetadata}.Of<{ofEndpoint.Type}>()";
            }
        }

        if (endpoint.Result.MetadataProvider is { } provider)
        {
            yield return $"{ResultMetadata}.Of<{provider}>()";
        }
    }

    // Of an IResult that says nothing of itself no answer is known, and one alone would look as if it were the only one.
    private static IEnumerable<string> Failures(EndpointModel endpoint) =>
        endpoint.CanFail && endpoint.Result is not { Kind: ResultKind.Result, MetadataProvider: null } ? [$"{ResultMetadata}.BadRequest"] : [];

    private static string? Answer(ResultModel result) => result.Kind switch
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
        $"{ResultMetadata}.Ok<{type}>({Literal.Of(contentType)})";
}
