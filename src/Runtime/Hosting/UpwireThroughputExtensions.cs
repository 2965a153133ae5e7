using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Upwire;

/// <summary>Tunes the process for busy connections.</summary>
public static class UpwireThroughputExtensions
{
    // Read by .NET when the first socket of the process waits; not known on Windows, where it changes nothing.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>
    /// Trades isolation and memory for throughput, in the whole process. On Linux and macOS, what waits for a socket goes on where the sockets are
    /// polled, without a change of threads; and Kestrel's memory comes in blocks of 64 KiB instead of 4 KiB, so that larger messages are
    /// read by one call and not copied. Its condition: nothing that has awaited a socket blocks its thread, neither a handler that has awaited a
    /// client of HTTP or a database, nor such a client itself. What blocks holds up all sockets that are polled there.
    /// </summary>
    /// <remarks>
    /// It is a method and no setting, because it must be known before the first socket is used, and services are registered for it: call it at
    /// the beginning of the program. It sets the environment variable <c>DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS</c>, which processes that are
    /// started from this one inherit, unless it is set already.
    /// </remarks>
    /// <param name="builder">What <c>AddUpwire</c> has returned.</param>
    /// <returns>The same builder.</returns>
    public static IUpwireBuilder PreferThroughput(this IUpwireBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
        {
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
        }

        builder.Services.Replace(ServiceDescriptor.Singleton<IMemoryPoolFactory<byte>, LargeBlockPoolFactory>());
        return builder;
    }
}
