using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>Knows what channels are called in Redis, and of which kind they are.</summary>
internal sealed class RedisChannels(string prefix, bool? sharded)
{
    /// <summary>
    /// A replica would tell its own subscribers only. Nor is a message sent again to where its slot has moved: it could come after a later one. The
    /// client learns of the move all the same.
    /// </summary>
    public const CommandFlags PublishFlags = CommandFlags.DemandMaster | CommandFlags.NoRedirect;

    public const CommandFlags SubscribeFlags = CommandFlags.DemandMaster;

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes($"{prefix}:");
    private volatile Kind _kind;

    private enum Kind
    {
        Unknown,
        Plain,
        Sharded,
    }

    /// <summary>The channel as Redis knows it. The first call asks what kind of Redis that is, and must be made while it is connected.</summary>
    /// <exception cref="NotSupportedException">Channels were to be sharded, and this Redis cannot.</exception>
    public RedisChannel Get(string channel, IConnectionMultiplexer connection)
    {
        var kind = _kind;
        if (kind == Kind.Unknown)
        {
            _kind = kind = Determine(connection);
        }

        // By its slot, a plain channel of a cluster has one node to be published at, which keeps the order.
        byte[] name = Encode(channel);
        return kind == Kind.Sharded ? RedisChannel.Sharded(name) : RedisChannel.Literal(name).WithKeyRouting();
    }

    /// <summary>UTF-8, or else, behind a byte that is never part of it, UTF-16: halves of surrogate pairs must not become the same character.</summary>
    private byte[] Encode(string channel)
    {
        byte[] name = new byte[_prefix.Length + Encoding.UTF8.GetByteCount(channel)];
        _prefix.CopyTo(name, 0);
        return Utf8.FromUtf16(channel, name.AsSpan(_prefix.Length), out _, out _, replaceInvalidSequences: false) == OperationStatus.Done
            ? name
            : [.. _prefix, 0xFF, .. MemoryMarshal.AsBytes(channel.AsSpan())];
    }

    private Kind Determine(IConnectionMultiplexer connection)
    {
        if (sharded is false)
        {
            return Kind.Plain;
        }

        var servers = connection.GetServers().Where(static server => server.IsConnected).ToArray();
        var cannot = servers.FirstOrDefault(static server => !server.Features.ShardedPubSub);
        if (sharded is true && cannot is not null)
        {
            throw new NotSupportedException(
                $"Channels are to be sharded, but the Redis at {EndPoints.Format(cannot.EndPoint)} has version {cannot.Version}, and only 7.0 and newer can. " +
                $"Set {nameof(UpwireRedisOptions)}.{nameof(UpwireRedisOptions.Sharded)} to false, or leave it null, on all nodes.");
        }

        bool isCluster = servers.Any(static server => server.ServerType == ServerType.Cluster);
        return sharded is true || (isCluster && cannot is null) ? Kind.Sharded : Kind.Plain;
    }
}
