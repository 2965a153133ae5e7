namespace Upwire.Redis;

/// <summary>Bounds the bytes that are under way to Redis.</summary>
/// <remarks>
/// The client gives up a message that Redis has not answered in time, but may keep its bytes until the connection answers or is closed. They
/// count until then as abandoned: otherwise a Redis that hangs would be given another budget's worth with each timeout.
/// </remarks>
internal sealed class PublishBudget(long limit)
{
    private readonly Lock _gate = new();
    private long _pending;
    private long _abandoned;

    /// <summary>Takes bytes of the budget. Where nothing is under way there is always room, so that somebody finds out whether Redis answers again.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryReserve(long bytes)
    {
        lock (_gate)
        {
            if (_pending > 0 && _pending + _abandoned + bytes > limit)
            {
                return false;
            }

            _pending += bytes;
            return true;
        }
    }

    /// <summary>Redis has answered: what was sent before has left as well, for answers come in order.</summary>
    public void Answered(long bytes)
    {
        lock (_gate)
        {
            _pending -= bytes;
            _abandoned = 0;
        }
    }

    /// <summary>The message was never sent, or has left with its connection.</summary>
    public void Return(long bytes)
    {
        lock (_gate)
        {
            _pending -= bytes;
        }
    }

    /// <summary>Redis has not answered in time.</summary>
    public void Abandon(long bytes)
    {
        lock (_gate)
        {
            _pending -= bytes;
            _abandoned += bytes;
        }
    }

    /// <summary>The connection is a new one: nothing is left in the old one.</summary>
    public void ForgetAbandoned()
    {
        lock (_gate)
        {
            _abandoned = 0;
        }
    }
}
