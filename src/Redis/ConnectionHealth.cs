using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>Tells the log of each loss and each return of a server once, however often and for however many sockets the client says so.</summary>
internal sealed class ConnectionHealth(ILogger logger)
{
    private readonly HashSet<string> _lost = [];

    public void Lost(ConnectionFailedEventArgs failure)
    {
        string endPoint = EndPoints.Format(failure.EndPoint);
        if (Add(endPoint))
        {
            RedisLog.Lost(logger, failure.Exception, endPoint, failure.FailureType);
        }
    }

    /// <summary>A socket is connected again. That for subscriptions alone is not enough, and with RESP3 there may be no such socket any more.</summary>
    public void Restored(ConnectionFailedEventArgs success, IConnectionMultiplexer connection)
    {
        if (success.ConnectionType != ConnectionType.Interactive && success.EndPoint is { } address && !connection.GetServer(address).IsConnected)
        {
            return;
        }

        string endPoint = EndPoints.Format(success.EndPoint);
        lock (_lost)
        {
            if (!_lost.Remove(endPoint))
            {
                return;
            }
        }

        RedisLog.Restored(logger, endPoint);
    }

    /// <summary>Looks for servers that are away without an event: those that never were there, and those that hung until the client gave them up.</summary>
    public void LookForUnreachable(IConnectionMultiplexer connection, bool isKnown = false)
    {
        string[] unreachable = connection.GetServers()
            .Where(static server => !server.IsConnected)
            .Select(static server => EndPoints.Format(server.EndPoint))
            .Where(Add)
            .ToArray();

        if (unreachable.Length > 0 && !isKnown)
        {
            RedisLog.Unreachable(logger, exception: null, string.Join(", ", unreachable));
        }
    }

    private bool Add(string endPoint)
    {
        lock (_lost)
        {
            return _lost.Add(endPoint);
        }
    }
}
