namespace Upwire;

/// <summary>
/// What carries messages from one server (node) to the others, so that groups, users and connections span all of them: publish and
/// subscribe by the names of channels, and no more. Everything else, leases and counts included, Upwire makes of it. One is registered
/// with <see cref="UpwireBackplaneExtensions.AddBackplane{TBackplane}"/>.
/// </summary>
/// <remarks>
/// <para>
/// The promises that an implementation keeps: a message reaches every node that is subscribed to its channel, at most once; those that
/// one node published to one channel, in its order. A node that was cut off may miss messages, and goes on with the next. Whether a node
/// receives what it published itself is left open: Upwire knows its own messages again, and drops them.
/// </para>
/// <para>All methods are called from many places at once. Channels have names of 1 to some 300 characters, any of Unicode among them.</para>
/// </remarks>
public interface IUpwireBackplane
{
    /// <summary>
    /// Begins to connect. It is called once, before anything else, when the application starts, and must not fail because the engine cannot be
    /// reached now: the application serves its own connections alone then, and the backplane goes on trying.
    /// </summary>
    /// <param name="receiver">Is told of what comes.</param>
    /// <param name="cancellationToken">Ends the wait: the application does not start after all.</param>
    /// <returns>A task that completes when the backplane can be used.</returns>
    Task StartAsync(IUpwireBackplaneReceiver receiver, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to a channel. What is published after that reaches this node, also once the connection to the engine was lost and has come
    /// back: the implementation subscribes anew by itself. It is called for a channel once, until <see cref="UnsubscribeAsync"/> is.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Ends the attempt: the application stops.</param>
    /// <returns>A task that completes when the engine has confirmed the subscription. Where it fails, Upwire tries again a little later.</returns>
    Task SubscribeAsync(string channel, CancellationToken cancellationToken);

    /// <summary>Ends a subscription. What comes after that is dropped.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Ends the attempt: the application stops.</param>
    /// <returns>A task that completes when the subscription has ended, here at least. It may wait for a message that is being handed over.</returns>
    Task UnsubscribeAsync(string channel, CancellationToken cancellationToken);

    /// <summary>
    /// Publishes a message. Messages are taken in the order of the calls, and a call never waits for the engine before it returns: the task does.
    /// What waits is bounded: where the engine is away, or takes less than is published, the task fails at once. How long is waited for the task is
    /// Upwire's business.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="message">The message. It never changes, also after the task has completed: nobody needs a copy of it.</param>
    /// <returns>A task that completes when the engine has taken the message, and fails, with whatever exception says why, where it cannot.</returns>
    ValueTask PublishAsync(string channel, ReadOnlyMemory<byte> message);
}
