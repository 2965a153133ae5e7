using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire;

/// <summary>Writes the RFC 9457 answer to a request that Upwire refuses.</summary>
internal static class ProblemResponse
{
    private const string ContentType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, int status, string detail, IDictionary<string, string[]>? errors = null)
    {
        // RFC 9457 4.2.1: the type is left out (about:blank), so the title is that of the status.
        ProblemDetails problem = errors is null ? new ProblemDetails() : new HttpValidationProblemDetails(errors);
        problem.Status = status;
        problem.Title = ReasonPhrases.GetReasonPhrase(status);
        problem.Detail = detail;

        context.Response.StatusCode = status;
        return context.RequestServices.GetService<IProblemDetailsService>() is { } service
            ? WriteThroughServiceAsync(service, context, problem)
            : WriteJsonAsync(context, problem);
    }

    private static async Task WriteThroughServiceAsync(IProblemDetailsService service, HttpContext context, ProblemDetails problem)
    {
        if (!await service.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem }))
        {
            await WriteJsonAsync(context, problem);
        }
    }

    private static Task WriteJsonAsync(HttpContext context, ProblemDetails problem) => problem is HttpValidationProblemDetails withErrors
        ? context.Response.WriteAsJsonAsync(withErrors, ProblemJsonContext.Default.HttpValidationProblemDetails, ContentType)
        : context.Response.WriteAsJsonAsync(problem, ProblemJsonContext.Default.ProblemDetails, ContentType);
}
