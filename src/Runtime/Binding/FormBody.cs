using System.ComponentModel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire.CompilerServices;

/// <summary>Reads the form that a request's body is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormBody
{
    // Stands for a form that could not be read: nothing is looked for in it, and nothing of it is told to be missing.
    private static readonly FormCollection Unreadable = new([]);

    /// <summary>Reads the form.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">The name of the first parameter that needs it.</param>
    /// <param name="isRequired">Whether a request without a body fails.</param>
    /// <returns>The form, or the failure. A body that is no form is not an exception.</returns>
    public static async ValueTask<FormBodyResult> ReadAsync(HttpContext context, string name, bool isRequired)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return isRequired ? new(Unreadable, BindingFailure.MissingForm(name)) : default;
        }

        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            return new(Unreadable, BindingFailure.InvalidAntiforgeryToken(name));
        }

        if (!context.Request.HasFormContentType)
        {
            return new(Unreadable, BindingFailure.NoForm(name, context.Request.ContentType));
        }

        if (ContentEncoding.Refuse(context, name) is { } encoded)
        {
            return new(Unreadable, encoded);
        }

        try
        {
            return new(await context.Request.ReadFormAsync(context.RequestAborted), null);
        }
        catch (BadHttpRequestException exception)
        {
            return new(Unreadable, BindingFailure.UnreadableBody(name, exception.StatusCode));
        }
        catch (InvalidDataException exception)
        {
            int status = IsLargerThanAllowed(context) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return new(Unreadable, BindingFailure.InvalidForm(name, exception.Message, status));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client is gone: nobody reads the answer, and it is no fault of the application.
            return new(Unreadable, BindingFailure.UnreadableBody(name, StatusCodes.Status400BadRequest));
        }
    }

    internal static bool IsUnreadable(IFormCollection? form) => ReferenceEquals(form, Unreadable);

    // The reader of forms says of all its limits the same exception; the length alone has a status of its own.
    private static bool IsLargerThanAllowed(HttpContext context)
    {
        long limit = context.GetEndpoint()?.Metadata.GetMetadata<IFormOptionsMetadata>()?.MultipartBodyLengthLimit
            ?? context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value.MultipartBodyLengthLimit;

        return context.Request.ContentLength > limit;
    }
}
