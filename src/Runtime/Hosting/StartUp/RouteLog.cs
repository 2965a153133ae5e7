using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>What the log tells of endpoints when the application has started.</summary>
internal static partial class RouteLog
{
    public const string Category = "Upwire.Routes";

    [LoggerMessage(1, LogLevel.Information, "Endpoints ({Count}):\n{Table}", SkipEnabledCheck = true)]
    public static partial void Table(ILogger logger, int count, string table);

    [LoggerMessage(2, LogLevel.Information, "Endpoints: {Count}.")]
    public static partial void Count(ILogger logger, int count);

    [LoggerMessage(3, LogLevel.Debug, "{Method} {Template} is answered by {Handler}.")]
    public static partial void Endpoint(ILogger logger, string method, string template, string handler);

    [LoggerMessage(4, LogLevel.Warning, "AddUpwire was called, but MapUpwire was not: no endpoint of Upwire's answers. Call app.MapUpwire() before app.Run().")]
    public static partial void NothingMapped(ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "Hot reload: the endpoints are mapped anew ({Count}).")]
    public static partial void Reloaded(ILogger logger, int count);

    [LoggerMessage(6, LogLevel.Error, "Hot reload: the endpoints could not be mapped anew, and stay as they were.")]
    public static partial void ReloadFailed(ILogger logger, Exception exception);
}
