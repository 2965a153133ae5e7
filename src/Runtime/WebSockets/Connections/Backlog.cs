namespace Upwire;

/// <summary>The frames that wait while the transport is being flushed. Guarded by the gate of the <see cref="FrameSender"/>.</summary>
/// <param name="gate">That gate, for whoever does not hold it.</param>
/// <param name="budget">The bytes that may wait, those that are being flushed included.</param>
/// <param name="policy">What becomes of a message beyond that.</param>
/// <param name="metrics">Counts what is dropped.</param>
internal sealed class Backlog(Lock gate, int budget, SlowClient policy, EndpointMetrics metrics)
{
    // A frame that waits lies in its node: one object, not two. None of these is there before a client reads slower than it is written to.
    private LinkedList<PendingFrame>? _frames;
    private byte[]? _ping;
    private byte[]? _pong;
    private long _size;

    /// <summary>Decides what becomes of a message, and drops older ones where that is the policy.</summary>
    /// <param name="size">The bytes of its frame.</param>
    /// <param name="unflushed">The bytes that are being flushed.</param>
    public Room MakeRoom(int size, long unflushed)
    {
        if (policy == SlowClient.DropOldest)
        {
            // Where it would not fit behind nothing either, nothing is lost for it.
            while (unflushed + _size + size > budget && unflushed + size <= budget)
            {
                Drop(_frames!.First!);
            }
        }

        if (unflushed + _size + size <= budget)
        {
            return Room.Now;
        }

        switch (policy)
        {
            case SlowClient.Wait:
                return Room.Later;
            case SlowClient.Close:
                return Room.Never;
            default:
                metrics.OnDropped();
                return Room.NotForThis;
        }
    }

    /// <summary>Adds a message as there is room for it.</summary>
    /// <returns>A task that completes when there is room for it.</returns>
    public ValueTask Add(in OutgoingFrame frame, Room room, CancellationToken stop)
    {
        if (room == Room.Later && stop.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(stop);
        }

        if (room == Room.NotForThis)
        {
            return default;
        }

        var place = Add(frame.ToPending());
        if (room == Room.Now)
        {
            return default;
        }

        var sender = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        place.ValueRef.Sender = sender;
        return new(stop.CanBeCanceled ? WaitAsync(place, sender, stop) : sender.Task);
    }

    /// <summary>Adds a message that many get as there is room for it; where there is not, whoever sends it waits.</summary>
    public void Add(in OutgoingFrame frame, Room room, Broadcast broadcast)
    {
        if (room == Room.NotForThis)
        {
            return;
        }

        var place = Add(frame.ToPending());
        if (room == Room.Later)
        {
            place.ValueRef.Broadcast = broadcast;
            broadcast.OnWaiting();
        }
    }

    /// <summary>Adds a frame, whatever room there is.</summary>
    /// <returns>Where it stands.</returns>
    public LinkedListNode<PendingFrame> Add(PendingFrame frame)
    {
        _size += frame.Size;
        return (_frames ??= new()).AddLast(frame);
    }

    /// <summary>Keeps a ping, or an answer to one, in the place of an earlier one.</summary>
    public void SetControl(Opcode opcode, ReadOnlySpan<byte> payload) => (opcode == Opcode.Ping ? ref _ping : ref _pong) = payload.ToArray();

    /// <summary>Hands frames over, in their order, until the limit is reached. Control frames go first, so that they never follow a close.</summary>
    /// <returns>The bytes that were written.</returns>
    public long WriteTo(FrameEncoder output, int limit)
    {
        long written = WriteControl(output, Opcode.Pong, ref _pong) + WriteControl(output, Opcode.Ping, ref _ping);
        while (written < limit && _frames is { Count: > 0 })
        {
            var place = _frames.First!;
            ref var frame = ref place.ValueRef;
            written += output.Write(frame.Frame);
            frame.Complete();
            Remove(place);
        }

        return written;
    }

    /// <summary>Drops all messages, and fails those who wait for one. A close frame stays.</summary>
    public void Drop(Func<Exception> reason)
    {
        for (var place = _frames?.First; place is not null;)
        {
            (var current, place) = (place, place.Next);
            ref var frame = ref current.ValueRef;
            if (frame.Frame.MessageType is not null)
            {
                metrics.OnDropped();
                frame.Fail(reason());
                Remove(current);
            }
        }
    }

    /// <summary>Fails everything: nothing can be sent any more.</summary>
    public void Fail(Func<Exception> reason)
    {
        (_ping, _pong) = (null, null);
        while (_frames is { Count: > 0 })
        {
            var place = _frames.First!;
            place.ValueRef.Fail(reason());
            Remove(place);
        }
    }

    /// <summary>Since when a message to many has waited for this client, and its sender with it; null where none does.</summary>
    public long? BroadcastWaitsSince
    {
        get
        {
            var place = _frames?.First;
            while (place is not null && place.ValueRef.Broadcast is null)
            {
                place = place.Next;
            }

            return place?.ValueRef.Broadcast!.Since;
        }
    }

    private async Task WaitAsync(LinkedListNode<PendingFrame> place, TaskCompletionSource sender, CancellationToken stop)
    {
        await using (stop.UnsafeRegister((_, token) => Withdraw(place, sender, token), null))
        {
            await sender.Task;
        }
    }

    // Takes a frame back, if its sender has not been told yet that it is sent. Nothing of it stays: a client may stall for long.
    private void Withdraw(LinkedListNode<PendingFrame> place, TaskCompletionSource sender, CancellationToken stop)
    {
        lock (gate)
        {
            if (sender.TrySetCanceled(stop))
            {
                Remove(place);
            }
        }
    }

    private static int WriteControl(FrameEncoder output, Opcode opcode, ref byte[]? payload)
    {
        if (payload is null)
        {
            return 0;
        }

        int written = output.Write(new OutgoingFrame(opcode, payload));
        payload = null;
        return written;
    }

    private void Drop(LinkedListNode<PendingFrame> place)
    {
        metrics.OnDropped();
        place.ValueRef.Complete();
        Remove(place);
    }

    private void Remove(LinkedListNode<PendingFrame> place)
    {
        ref var frame = ref place.ValueRef;
        _frames!.Remove(place);
        _size -= frame.Size;
        frame.ReturnBuffer();
    }
}
