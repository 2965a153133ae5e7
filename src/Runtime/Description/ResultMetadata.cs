using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Upwire.CompilerServices;

/// <summary>What a handler's return type tells of the endpoint, for descriptions of it (OpenAPI).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultMetadata
{
    /// <summary>An answer without a body.</summary>
    public static object Empty { get; } = new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(void));

    /// <summary>The answer to a request that does not bind: a problem.</summary>
    public static object BadRequest { get; } =
        new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), ["application/problem+json"]);

    /// <summary>The answer to a null: a problem.</summary>
    public static object NotFound { get; } =
        new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(ProblemDetails), ["application/problem+json"]);

    /// <summary>An answer with a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="contentType">Its media type.</param>
    /// <returns>The metadata.</returns>
    public static object Ok<T>(string contentType) => new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [contentType]);

    /// <summary>What a type tells of the endpoints that return it, as ASP.NET Core's typed results do.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>What stands for it in a list of metadata: <see cref="EndpointModule"/> asks the type when the endpoint is built.</returns>
    public static object Of<T>()
        where T : IEndpointMetadataProvider => new ProvidedMetadata(T.PopulateMetadata);
}
