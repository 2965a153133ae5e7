namespace Upwire;

/// <summary>How this server works together with others, where a backplane is registered.</summary>
public sealed class UpwireBackplaneOptions
{
    /// <summary>What becomes of a message that cannot be sent to other servers. The default is that its sender is told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public BackplaneFailures Failures
    {
        get;
        set => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{nameof(BackplaneFailures)} is one of: {string.Join(", ", Enum.GetNames<BackplaneFailures>())}.");
    }

    /// <summary>How long the backplane may take to take a message; after that, it counts as not sent. The default is 5 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan PublishTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(5);

    /// <summary>How long a server counts as being there after it was last heard of. Each is heard of three times as often. The default is 15 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan LeaseTime { get; set => field = Positive(value); } = TimeSpan.FromSeconds(15);

    /// <summary>How long the other servers may take to answer how many connections they have; one that has not answered by then is left out. The default is 2 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan AnswerTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(2);

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
