using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>What a controller inherits and may name.</summary>
public abstract class VerifyingArea
{
    /// <summary>Refuses whom the query says, with a header and a body.</summary>
    protected internal static async Task<IResult?> AdmitAsync(string? refuse, HttpResponse response, CancellationToken stop)
    {
        await Task.Yield();
        stop.ThrowIfCancellationRequested();
        response.Headers["X-Asked"] = "yes";
        return refuse is null ? null : Results.Text($"not {refuse}", "text/css", statusCode: StatusCodes.Status418ImATeapot);
    }
}
