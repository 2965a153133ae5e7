using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

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

        if (JsonContentType.EncodingOf(context.Request) is not { } charset)
        {
            return new(BindingFailure.WrongContentType(name, context.Request.ContentType));
        }

        if (ContentEncoding.Refuse(context, name) is { } encoded)
        {
            return new(encoded);
        }

        try
        {
            var value = ReferenceEquals(charset, Encoding.UTF8)
                ? await JsonSerializer.DeserializeAsync(context.Request.BodyReader, type, context.RequestAborted)
                : await TranscodeAsync(context, type, charset);
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

    private static async ValueTask<T?> TranscodeAsync<T>(HttpContext context, JsonTypeInfo<T> type, Encoding charset)
    {
        await using var utf8 = Encoding.CreateTranscodingStream(context.Request.Body, charset, Encoding.UTF8, leaveOpen: true);
        return await JsonSerializer.DeserializeAsync(utf8, type, context.RequestAborted);
    }
}
