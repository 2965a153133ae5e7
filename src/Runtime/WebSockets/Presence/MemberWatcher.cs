using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Upwire;

/// <summary>
/// One who watches a group. What it has not been told yet is kept as the difference of what it knows to what is: however slow it is, that is no
/// more than the members that it knows and those that are there.
/// </summary>
internal sealed class MemberWatcher
{
    private readonly Lock _gate = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Dictionary<string, (MemberTransition Transition, long Place)> _untold = new(StringComparer.Ordinal);
    private long _lastPlace;

    /// <summary>How many members it has something to be told of.</summary>
    public int UntoldCount
    {
        get
        {
            lock (_gate)
            {
                return _untold.Count;
            }
        }
    }

    /// <summary>Something has become of a member. Called under the gate of the group, so that what becomes of one member comes in order.</summary>
    public void Tell(MemberTransition transition)
    {
        string id = transition.ConnectionId;
        lock (_gate)
        {
            if (_untold.TryGetValue(id, out var earlier))
            {
                transition = transition with { Before = earlier.Transition.Before };
            }

            if (transition.IsChange)
            {
                _untold[id] = (transition, ++_lastPlace);
            }
            else
            {
                _untold.Remove(id);
            }
        }

        _signal.Writer.TryWrite(true);
    }

    /// <summary>Everything that it is told, for one reader.</summary>
    public async IAsyncEnumerable<WebSocketMemberChange> ReadAllAsync([EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            foreach (var transition in TakeAll())
            {
                stop.ThrowIfCancellationRequested();
                yield return transition.ToChange();
            }

            await _signal.Reader.ReadAsync(stop);
        }
    }

    private IEnumerable<MemberTransition> TakeAll()
    {
        Dictionary<string, (MemberTransition Transition, long Place)> untold;
        lock (_gate)
        {
            untold = _untold;
            _untold = new(StringComparer.Ordinal);
        }

        return untold.Values.OrderBy(static entry => entry.Place).Select(static entry => entry.Transition);
    }
}
