using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Upwire.CompilerServices;

/// <summary>Reads a parameter from a JSON body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonBody
{
    /// <summary>Reads the body.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="type">The type's JSON contract.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="isRequired">Whether a request without a body, or with the body <c>null</c>, fails.</param>
    /// <returns>The value, or the failure. A body that is no JSON is not an exception.</returns>
    public static async ValueTask<JsonBodyResult<T>> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type, string name, bool isRequired)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return isRequired ? new(BindingFailure.MissingBody(name)) : default;
        }

        if (!IsJson(context.Request))
        {
            return new(BindingFailure.WrongContentType(name, context.Request.ContentType));
        }

        try
        {
            var value = await context.Request.ReadFromJsonAsync(type, context.RequestAborted);
            return value is null && isRequired ? new(BindingFailure.NullBody(name)) : new(value);
        }
        catch (JsonException exception)
        {
            return new(BindingFailure.InvalidJson(name, exception.Path));
        }
        catch (BadHttpRequestException exception)
        {
            return new(BindingFailure.UnreadableBody(name, exception.StatusCode));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client is gone: nobody reads the answer, and it is no fault of the application.
            return new(BindingFailure.UnreadableBody(name, StatusCodes.Status400BadRequest));
        }
    }

    // A charset that nobody knows would be an exception out of ReadFromJsonAsync.
    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType)
        && (!mediaType.Charset.HasValue || mediaType.Encoding is not null || mediaType.Charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));
}
