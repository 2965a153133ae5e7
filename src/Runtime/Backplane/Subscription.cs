namespace Upwire;

/// <summary>A channel that this server listens to, or is about to. Guarded by the gate of <see cref="Subscriptions"/>.</summary>
internal sealed class Subscription(string channel)
{
    public string Channel => channel;

    /// <summary>Whether the engine has confirmed it.</summary>
    public bool IsActive { get; set; }

    /// <summary>Whether it is being made what it should be.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Completes when it is active.</summary>
    public TaskCompletionSource Reached { get; set; } = NewReached();

    public static TaskCompletionSource NewReached() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
