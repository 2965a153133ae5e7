using System.Net;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>Tells the log of each loss and each return of a server once, however often and for however many sockets the client says so.</summary>
internal sealed class ConnectionHealth(ILogger logger)
{
    private readonly HashSet<(string EndPoint, ConnectionType Type)> _lost = [];

    public void Lost(ConnectionFailedEventArgs failure)
    {
        string endPoint = EndPoints.Format(failure.EndPoint);
        if (Add(endPoint, failure.ConnectionType))
        {
            RedisLog.Lost(logger, failure.Exception, endPoint, failure.FailureType);
        }
    }

    public void Restored(ConnectionFailedEventArgs success)
    {
        string endPoint = EndPoints.Format(success.EndPoint);
        lock (_lost)
        {
            if (!_lost.Remove((endPoint, success.ConnectionType)) || IsLost(endPoint))
            {
                return;
            }
        }

        RedisLog.Restored(logger, endPoint);
    }

    /// <summary>Looks for servers that are away without an event: those that never were there, and those that hung until the client gave them up.</summary>
    public void LookForUnreachable(IConnectionMultiplexer connection, bool isKnown = false)
    {
        var unreachable = connection.GetServers()
            .Where(static server => !server.IsConnected)
            .Select(static server => server.EndPoint)
            .Where(endPoint => Add(EndPoints.Format(endPoint), ConnectionType.Interactive))
            .ToArray<EndPoint>();

        if (unreachable.Length > 0 && !isKnown)
        {
            RedisLog.Unreachable(logger, exception: null, EndPoints.Format(unreachable));
        }
    }

    /// <returns>Whether it is the first that this server has lost.</returns>
    private bool Add(string endPoint, ConnectionType type)
    {
        lock (_lost)
        {
            bool isFirst = !IsLost(endPoint);
            _lost.Add((endPoint, type));
            return isFirst;
        }
    }

    private bool IsLost(string endPoint) => _lost.Any(entry => entry.EndPoint == endPoint);
}
