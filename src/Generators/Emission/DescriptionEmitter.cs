using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes what an endpoint tells of itself to descriptions of the API, such as OpenAPI.</summary>
internal static class DescriptionEmitter
{
    /// <summary>Writes the two arguments: the parameters that a request carries, and the method that adds what is answered.</summary>
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        string[] parameters = [.. Describe(endpoint)];
        if (parameters.Length == 0)
        {
            writer.Line("[],");
        }
        else
        {
            using (writer.Brackets("],"))
            {
                foreach (string parameter in parameters)
                {
                    writer.Line($"{parameter},");
                }
            }
        }

        writer.Line($"{Responses(endpoint.Result)},");
    }

    // An IResult may be anything.
    private static string Responses(ResultModel result) => result switch
    {
        { Kind: ResultKind.Empty } => $"{Names.ResponseMetadata}.Empty",
        { Kind: ResultKind.Text, IsNullable: true } => $"{Names.ResponseMetadata}.TextOrNotFound",
        { Kind: ResultKind.Text } => $"{Names.ResponseMetadata}.Text",
        { Kind: ResultKind.Json, IsNullable: true } => $"{Names.ResponseMetadata}.JsonOrNotFound<{result.ValueTypeExpression}>",
        { Kind: ResultKind.Json } => $"{Names.ResponseMetadata}.Json<{result.ValueTypeExpression}>",
        { DescribesItself: true } => $"{Names.ResponseMetadata}.Of<{result.ValueTypeExpression}>",
        _ => "addResponses: null",
    };

    private static IEnumerable<string> Describe(EndpointModel endpoint)
    {
        for (int i = 0; i < endpoint.Parameters.Count; i++)
        {
            var parameter = endpoint.Parameters[i];
            var description = parameter.Binding switch
            {
                ParameterBinding.Text text => (text.Source, Name: text.Key, IsOptional: text.Fallback is not null),
                ParameterBinding.JsonBody body => (Source: "Body", parameter.Name, IsOptional: !body.IsRequired),
                _ => default,
            };

            if (description.Name is { } name)
            {
                string key = SymbolDisplay.FormatLiteral(name, quote: true);
                yield return $"new({i}, {Names.ParameterSource}.{description.Source}, {key}, isOptional: {(description.IsOptional ? "true" : "false")})";
            }
        }
    }
}
