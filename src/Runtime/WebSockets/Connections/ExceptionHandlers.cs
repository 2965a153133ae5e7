using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>Asks the application's <see cref="IWebSocketExceptionHandler"/>s what to make of an exception.</summary>
internal static class ExceptionHandlers
{
    /// <summary>Asks one after another; one that fails itself has not handled it, and is logged.</summary>
    /// <returns>Whether one of them has handled it.</returns>
    public static async ValueTask<bool> TryHandleAsync(WebSocketConnection connection, Exception exception, ILogger logger)
    {
        foreach (var handler in connection.HttpContext.RequestServices.GetServices<IWebSocketExceptionHandler>())
        {
            try
            {
                if (await handler.TryHandleAsync(connection, exception, connection.Closed))
                {
                    return true;
                }
            }
#pragma warning disable CA1031 // The exception that it was asked about must not be lost for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                ConnectionLog.ExceptionHandlerFailed(logger, failure, handler.GetType(), connection.Id);
            }
        }

        return false;
    }
}
