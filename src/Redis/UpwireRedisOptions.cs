using StackExchange.Redis;

namespace Upwire;

/// <summary>The settings of the Redis backplane, set in <c>AddRedis</c>.</summary>
public sealed class UpwireRedisOptions
{
    /// <summary>
    /// Which Redis to connect to, and how: servers, user and password, TLS, and everything else that StackExchange.Redis can be told. Upwire
    /// itself sets <see cref="ConfigurationOptions.AbortOnConnectFail"/> to false, <see cref="ConfigurationOptions.BacklogPolicy"/>
    /// to <see cref="BacklogPolicy.FailFast"/>, and <see cref="ConfigurationOptions.AsyncTimeout"/> to <see cref="OperationTimeout"/>.
    /// </summary>
    public ConfigurationOptions Configuration { get; set; } = new();

    /// <summary>
    /// Gives a connection that the application has already, in place of one made from <see cref="Configuration"/>. Its settings are its own,
    /// <see cref="OperationTimeout"/> does not change them, and Upwire never closes it. A factory that fails because Redis cannot be
    /// reached is asked again.
    /// </summary>
    public Func<IServiceProvider, Task<IConnectionMultiplexer>>? ConnectionFactory { get; set; }

    /// <summary>
    /// What the names of all channels begin with, <c>upwire</c> by default; a colon follows. Nodes of one application have the same; applications
    /// that share a Redis have different ones, whatever database they use: channels know no databases.
    /// </summary>
    public string Prefix { get; set; } = "upwire";

    /// <summary>
    /// Whether channels are sharded (<c>SPUBLISH</c>, <c>SSUBSCRIBE</c>), so that a cluster sends a message only where it belongs. Null, the default:
    /// where Redis is a cluster of version 7.0 or newer. It must be the same on all nodes.
    /// </summary>
    public bool? Sharded { get; set; }

    /// <summary>
    /// How long Redis has to answer, one second by default. What is published or subscribed fails after that, or up to a second later: the client looks
    /// once a second.
    /// </summary>
    public TimeSpan OperationTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many bytes may be under way to Redis, with 256 for each message beside its own; 8 MiB by default. Over it, publishing fails
    /// at once. A message larger than that is sent where nothing else is under way.
    /// </summary>
    public long MaxPendingBytes { get; set; } = 8 * 1024 * 1024;
}
