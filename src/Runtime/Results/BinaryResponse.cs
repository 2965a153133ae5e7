using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Upwire;

/// <summary>
/// Answers of bytes. Where the client leaves, or the request times out, what ends the writing (<see cref="OperationCanceledException"/>)
/// reaches the server: it cuts the answer, so that half of one is never taken for the whole.
/// </summary>
internal static class BinaryResponse
{
    private const int CopyBufferSize = 64 * 1024;

    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        Begin(context, bytes.Length);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        }
    }

    public static async Task WriteAsync(HttpContext context, Stream stream)
    {
        await using (stream)
        {
            // No more than what was announced: a file may grow meanwhile.
            long? length = stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : null;
            Begin(context, length);
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await StreamCopyOperation.CopyToAsync(stream, context.Response.Body, length, CopyBufferSize, context.RequestAborted);
            }
        }
    }

    public static async Task WriteAsync(HttpContext context, PipeReader reader)
    {
        Exception? failure = null;
        try
        {
            Begin(context, length: null);
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await reader.CopyToAsync(context.Response.BodyWriter, context.RequestAborted);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            await reader.CompleteAsync(failure);
        }
    }

    private static void Begin(HttpContext context, long? length)
    {
        context.Response.ContentType ??= "application/octet-stream";
        context.Response.ContentLength ??= length;
    }
}
