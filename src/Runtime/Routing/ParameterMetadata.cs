using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>A parameter as ASP.NET Core's ApiExplorer, and so OpenAPI, wants it described.</summary>
internal sealed class ParameterMetadata(ParameterInfo parameter, ParameterDescription description) : IParameterBindingMetadata
{
    private static readonly string[] Problem = ["application/problem+json"];

    public string Name => description.Name;

    public bool HasTryParse => description.Source != ParameterSource.Body;

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => parameter;

    public bool IsOptional => description.IsOptional;

    /// <summary>Describes what an endpoint is sent, and that it may be refused for it.</summary>
    public static void Populate(MethodInfo handler, EndpointBuilder endpoint, ParameterDescription[] descriptions)
    {
        if (descriptions.Length == 0)
        {
            return;
        }

        var parameters = handler.GetParameters();
        foreach (var description in descriptions)
        {
            // Not IAcceptsMetadata for a body: routing would then answer other content types itself, by a 415 that says nothing.
            endpoint.Metadata.Add(new ParameterMetadata(parameters[description.Position], description));
        }

        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), Problem));
    }
}
