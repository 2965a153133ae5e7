using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Upwire.CompilerServices;

/// <summary>Describes to ASP.NET Core's ApiExplorer, and so to OpenAPI, what an endpoint answers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseMetadata
{
    private static readonly string[] JsonTypes = ["application/json"];

    private static readonly string[] ProblemTypes = ["application/problem+json"];

    private static readonly string[] TextTypes = ["text/plain"];

    /// <summary>Nothing: 200 without a body.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static void Empty(EndpointBuilder endpoint) => Add(endpoint, StatusCodes.Status200OK, typeof(void), []);

    /// <summary>A text.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static void Text(EndpointBuilder endpoint) => Add(endpoint, StatusCodes.Status200OK, typeof(string), TextTypes);

    /// <summary>A text, or 404.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static void TextOrNotFound(EndpointBuilder endpoint)
    {
        Text(endpoint);
        AddNotFound(endpoint);
    }

    /// <summary>JSON.</summary>
    /// <typeparam name="T">The type by whose contract it is written.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    public static void Json<T>(EndpointBuilder endpoint) => Add(endpoint, StatusCodes.Status200OK, typeof(T), JsonTypes);

    /// <summary>JSON, or 404.</summary>
    /// <typeparam name="T">The type by whose contract it is written.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    public static void JsonOrNotFound<T>(EndpointBuilder endpoint)
    {
        Json<T>(endpoint);
        AddNotFound(endpoint);
    }

    /// <summary>What an <see cref="IResult"/> says of itself, as those of <see cref="TypedResults"/> do.</summary>
    /// <typeparam name="T">The result.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    public static void Of<T>(EndpointBuilder endpoint)
        where T : IEndpointMetadataProvider => T.PopulateMetadata(endpoint.Metadata.OfType<MethodInfo>().First(), endpoint);

    private static void AddNotFound(EndpointBuilder endpoint) => Add(endpoint, StatusCodes.Status404NotFound, typeof(ProblemDetails), ProblemTypes);

    private static void Add(EndpointBuilder endpoint, int status, Type type, string[] contentTypes) =>
        endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, type, contentTypes));
}
