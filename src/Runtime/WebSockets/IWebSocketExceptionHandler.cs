using Microsoft.AspNetCore.Diagnostics;

namespace Upwire;

/// <summary>
/// Handles what the handlers of WebSockets throw, as <see cref="IExceptionHandler"/> does for HTTP requests. Register one or more as services: they
/// are asked in the order of their registration until one has handled the exception.
/// </summary>
public interface IWebSocketExceptionHandler
{
    /// <summary>
    /// Tries to handle an exception. The connection is still open, unless it has ended meanwhile: it may be closed with a status of the
    /// handler's own, and is closed with 1011 if it is not.
    /// </summary>
    /// <param name="socket">The connection.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="cancellationToken">Cancelled when the connection has ended.</param>
    /// <returns>True: the exception is handled, and Upwire does not log it. False: the next one is asked.</returns>
    ValueTask<bool> TryHandleAsync(WebSocketConnection socket, Exception exception, CancellationToken cancellationToken);
}
