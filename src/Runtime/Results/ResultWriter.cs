using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>Writes what a handler returned.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultWriter
{
    /// <summary>Writes a text, as <c>text/plain</c> in UTF-8 unless the handler has set another content type.</summary>
    /// <param name="context">The request.</param>
    /// <param name="text">The text; null answers 404.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteTextAsync(HttpContext context, string? text)
    {
        if (text is null)
        {
            return WriteNotFoundAsync(context);
        }

        context.Response.ContentType ??= "text/plain; charset=utf-8";

        // Not where the handler has written something of its own before.
        if (!context.Response.HasStarted && context.Response.BodyWriter is not { CanGetUnflushedBytes: true, UnflushedBytes: > 0 })
        {
            context.Response.ContentLength ??= Encoding.UTF8.GetByteCount(text);
        }

        return context.Response.WriteAsync(text);
    }

    /// <summary>Writes a value as JSON, by the contract of the declared type: the same under the JIT and as a native binary.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type's JSON contract.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteJsonAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        context.Response.WriteAsJsonAsync(value, type);

    /// <summary>Lets a result write itself.</summary>
    /// <param name="context">The request.</param>
    /// <param name="result">The result; null answers 404.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteResultAsync(HttpContext context, IResult? result) =>
        result is null ? WriteNotFoundAsync(context) : result.ExecuteAsync(context);

    /// <summary>Answers that there is nothing: what a handler says by returning null.</summary>
    /// <param name="context">The request.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteNotFoundAsync(HttpContext context) =>
        ProblemResponse.WriteAsync(context, StatusCodes.Status404NotFound, "There is nothing at this address.");

    /// <summary>Writes what came out of the filters of an endpoint that returns JSON: by the contract of the declared type, as without filters.</summary>
    /// <typeparam name="T">The declared type.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="value">The handler's value, or what the filters have put in its place.</param>
    /// <param name="type">The type's JSON contract.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteObjectAsync<T>(HttpContext context, object? value, JsonTypeInfo<T> type) =>
        value is T declared and not (IResult or string)
            ? WriteJsonAsync(context, declared, type)
            : WriteObjectAsync(context, value, type.Options);

    /// <summary>Writes what came out of the endpoint's filters, which may have put another object in the place of the handler's.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">A result, a text, any other value as JSON, or null for 404.</param>
    /// <param name="options">How the application writes JSON.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteObjectAsync(HttpContext context, object? value, JsonSerializerOptions options) => value switch
    {
        null => WriteNotFoundAsync(context),
        IResult result => result.ExecuteAsync(context),
        string text => WriteTextAsync(context, text),
        _ => context.Response.WriteAsJsonAsync(value, options.GetTypeInfo(value.GetType()), contentType: null),
    };
}
