using System.ComponentModel;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
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

    /// <summary>Writes bytes, as <c>application/octet-stream</c> unless the handler has set another content type.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bytes">The bytes; null answers 404.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteBytesAsync(HttpContext context, byte[]? bytes) =>
        bytes is null ? WriteNotFoundAsync(context) : BinaryResponse.WriteAsync(context, bytes);

    /// <summary>Writes bytes, as <c>application/octet-stream</c> unless the handler has set another content type.</summary>
    /// <param name="context">The request.</param>
    /// <param name="bytes">The bytes; null answers 404.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteBytesAsync(HttpContext context, ReadOnlyMemory<byte>? bytes) =>
        bytes is { } memory ? BinaryResponse.WriteAsync(context, memory) : WriteNotFoundAsync(context);

    /// <summary>Writes what a stream holds from its position on, as it comes, and disposes the stream.</summary>
    /// <param name="context">The request.</param>
    /// <param name="stream">The stream; null answers 404.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteStreamAsync(HttpContext context, Stream? stream) =>
        stream is null ? WriteNotFoundAsync(context) : BinaryResponse.WriteAsync(context, stream);

    /// <summary>Writes what comes out of a pipe, as it comes, and completes its reader.</summary>
    /// <param name="context">The request.</param>
    /// <param name="reader">The pipe's reader; null answers 404.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WritePipeAsync(HttpContext context, PipeReader? reader) =>
        reader is null ? WriteNotFoundAsync(context) : BinaryResponse.WriteAsync(context, reader);

    /// <summary>Writes a sequence as a JSON array, as it comes.</summary>
    /// <typeparam name="T">The declared type of the items.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="items">The sequence; null answers 404.</param>
    /// <param name="type">The sequence's JSON contract.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteArrayAsync<T>(HttpContext context, IAsyncEnumerable<T>? items, JsonTypeInfo<IAsyncEnumerable<T>> type) =>
        items is null ? WriteNotFoundAsync(context) : SequenceResponse.WriteArrayAsync(context, items, type);

    /// <summary>Writes a sequence as server-sent events (<c>text/event-stream</c>), each when it comes.</summary>
    /// <typeparam name="T">The declared type of the events' data.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="events">The sequence; null answers 404.</param>
    /// <param name="type">The data's JSON contract; null for texts and bytes, which are written as they are.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteEventsAsync<T>(HttpContext context, IAsyncEnumerable<SseItem<T>>? events, JsonTypeInfo<T>? type) =>
        events is null ? WriteNotFoundAsync(context) : SequenceResponse.WriteEventsAsync(context, events, type);

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

    /// <summary>Writes what came out of the filters of an endpoint that returns a sequence.</summary>
    /// <typeparam name="T">The declared type of the items.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="value">The handler's sequence, or what the filters have put in its place.</param>
    /// <param name="type">The sequence's JSON contract.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteArrayOrObjectAsync<T>(HttpContext context, object? value, JsonTypeInfo<IAsyncEnumerable<T>> type) =>
        value is IAsyncEnumerable<T> items and not IResult
            ? WriteArrayAsync(context, items, type)
            : WriteObjectAsync(context, value, type.Options);

    /// <summary>Writes what came out of the filters of an endpoint that returns server-sent events.</summary>
    /// <typeparam name="T">The declared type of the events' data.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="value">The handler's events, or what the filters have put in their place.</param>
    /// <param name="type">The data's JSON contract; null for texts and bytes.</param>
    /// <param name="options">How the application writes JSON.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    public static Task WriteEventsOrObjectAsync<T>(HttpContext context, object? value, JsonTypeInfo<T>? type, JsonSerializerOptions options) =>
        value is IAsyncEnumerable<SseItem<T>> events and not IResult
            ? WriteEventsAsync(context, events, type)
            : WriteObjectAsync(context, value, options);

    /// <summary>Writes an object by what it is: what a handler of no more than <see cref="object"/> returned, or the endpoint's filters.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">A result, a text, bytes, a stream, a pipe, any other value as JSON, or null for 404.</param>
    /// <param name="options">How the application writes JSON.</param>
    /// <returns>A task that ends when the answer has been written.</returns>
    /// <exception cref="InvalidOperationException">The value is a sequence of server-sent events, whose type only a declaration can tell.</exception>
    public static Task WriteObjectAsync(HttpContext context, object? value, JsonSerializerOptions options) => value switch
    {
        null => WriteNotFoundAsync(context),
        IResult result => result.ExecuteAsync(context),
        string text => WriteTextAsync(context, text),
        byte[] bytes => WriteBytesAsync(context, bytes),
        ReadOnlyMemory<byte> bytes => WriteBytesAsync(context, bytes),
        Memory<byte> bytes => WriteBytesAsync(context, bytes),
        Stream stream => WriteStreamAsync(context, stream),
        PipeReader reader => WritePipeAsync(context, reader),
        _ => UndeclaredResult.WriteAsync(context, value, options),
    };
}
