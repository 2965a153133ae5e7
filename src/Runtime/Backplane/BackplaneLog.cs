using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>What is logged of the work with other servers.</summary>
internal static partial class BackplaneLog
{
    public const string Category = "Upwire.Backplane";

    [LoggerMessage(1, LogLevel.Warning, "The backplane channel '{Channel}' cannot be subscribed to, or left; trying again in {Delay}. Until then, messages of other servers do not reach its connections here.")]
    public static partial void SubscriptionFailed(ILogger logger, Exception exception, string channel, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Warning, "A message could not be sent to other servers. The connections of this one have it.")]
    public static partial void PublishFailed(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "What came on the backplane channel '{Channel}' is nothing that this version of Upwire understands, and was dropped: {Reason}")]
    public static partial void NotUnderstood(ILogger logger, string channel, string reason);

    [LoggerMessage(4, LogLevel.Information, "This server is known to others as {Node}.")]
    public static partial void Started(ILogger logger, string node);

    [LoggerMessage(5, LogLevel.Information, "The server {Node} has come.")]
    public static partial void NodeCame(ILogger logger, string node);

    [LoggerMessage(6, LogLevel.Information, "The server {Node} has gone.")]
    public static partial void NodeWent(ILogger logger, string node);

    [LoggerMessage(7, LogLevel.Warning, "The server {Node} was not heard of for {Lease}, and counts as gone.")]
    public static partial void NodeExpired(ILogger logger, string node, TimeSpan lease);
}
