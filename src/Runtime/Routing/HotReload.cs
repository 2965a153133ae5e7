using System.Reflection.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Upwire.CompilerServices;

[assembly: MetadataUpdateHandler(typeof(Upwire.HotReload))]

namespace Upwire;

/// <summary>
/// Maps the endpoints anew when the code has changed while it runs (<c>dotnet watch</c>): what maps them has run by then, and a new attribute
/// would change nothing. Connections go on with what they run.
/// </summary>
internal static class HotReload
{
    private static readonly List<WeakReference<EndpointModule>> Modules = [];

    public static void Register(EndpointModule module)
    {
        lock (Modules)
        {
            Modules.RemoveAll(static known => !known.TryGetTarget(out _));
            Modules.Add(new(module));
        }
    }

    /// <summary>Called by .NET, by this name, after it has changed the code and forgotten what reflection knew of it.</summary>
    /// <param name="_">The types that have changed; null where they are not known.</param>
    public static void UpdateApplication(Type[]? _)
    {
        WeakReference<EndpointModule>[] modules;
        lock (Modules)
        {
            modules = [.. Modules];
        }

        foreach (var known in modules)
        {
            if (known.TryGetTarget(out var module))
            {
                Remap(module);
            }
        }
    }

    private static void Remap(EndpointModule module)
    {
        ILogger logger;
        try
        {
            logger = module.Services.GetRequiredService<ILoggerFactory>().CreateLogger(RouteLog.Category);
        }
        catch (ObjectDisposedException)
        {
            // Its application has ended.
            return;
        }

        try
        {
            module.Remap();
            RouteLog.Reloaded(logger, module.Endpoints.Count);
        }
#pragma warning disable CA1031 // Of what maps them, which is the application's: whoever changed it reads it here, and mends it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RouteLog.ReloadFailed(logger, exception);
        }
    }
}
