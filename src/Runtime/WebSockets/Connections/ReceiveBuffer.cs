using System.Buffers;
using System.IO.Pipelines;

namespace Upwire;

/// <summary>What has been read of the transport and not been given back: the memory of a message that is lent, then what is still to be parsed.</summary>
internal sealed class ReceiveBuffer(PipeReader input, TimeProvider time)
{
    // While a message is lent, what comes after it must be kept with it. Far more than a client has reason to say
    // meanwhile, and far less than what makes a server's pipe stop reading.
    private const int LargestKept = 64 * 1024;

    private ValueTask<ReadResult> _read;
    private ReadOnlySequence<byte> _all;
    private ReadOnlySequence<byte> _unparsed;
    private long _parsedBehindLoan;
    private long _incompleteSince;
    private volatile bool _isReading;

    /// <summary>Whether bytes are here that have not been given back.</summary>
    public bool HasBytes { get; private set; }

    /// <summary>Whether nothing comes after these bytes.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The read that is under way.</summary>
    public ValueTask<ReadResult> Read => _read;

    /// <summary>Whether a read is under way, so that what the client says now is heard.</summary>
    public bool IsReading => _isReading;

    /// <summary>Since when the client has owed the rest of a message; null where it owes none, or where the server is not reading.</summary>
    public long? IncompleteSince => _isReading && Volatile.Read(ref _incompleteSince) is not 0 and var since ? since : null;

    /// <summary>What is still to be parsed; the parser cuts off what it takes.</summary>
    public ref ReadOnlySequence<byte> Unparsed => ref _unparsed;

    /// <summary>Where the bytes begin: with the message that was lent when the last ones were given back.</summary>
    public SequencePosition Start => _all.Start;

    /// <summary>Gives back what is parsed, up to the message that is lent.</summary>
    /// <param name="lentAt">Where that begins; null where nothing is lent.</param>
    /// <param name="isLast">Whether nothing more will be read.</param>
    /// <returns>False where too much would have to be kept, and nothing was given back.</returns>
    public bool TryReturn(SequencePosition? lentAt, bool isLast = false)
    {
        _parsedBehindLoan = 0;
        if (lentAt is { } start)
        {
            if (_all.Slice(start).Length > LargestKept && !isLast)
            {
                OnComplete();
                return false;
            }

            _parsedBehindLoan = _all.Slice(start, _unparsed.Start).Length;
        }

        HasBytes = false;
        input.AdvanceTo(lentAt ?? _unparsed.Start, isLast ? _unparsed.Start : _all.End);
        return true;
    }

    /// <summary>A message is complete, and the client owes nothing; nor does it while the server is not reading.</summary>
    public void OnComplete() => Volatile.Write(ref _incompleteSince, 0);

    /// <summary>The read has not completed at once, and is about to be awaited.</summary>
    /// <param name="isInMessage">Whether a message has begun; also a part of a frame's header is the beginning of one.</param>
    public void BeginWait(bool isInMessage)
    {
        if (!isInMessage && _unparsed.IsEmpty)
        {
            OnComplete();
        }
        else if (_incompleteSince == 0)
        {
            Volatile.Write(ref _incompleteSince, time.GetTimestamp());
        }

        _isReading = true;
    }

    // Whatever a transport throws is the end of its connection, also what the stream of some middleware does: on a thread
    // of the transport's it would be the end of the process.
#pragma warning disable CA1031

    /// <summary>Asks for more.</summary>
    /// <returns>Whether it is there already, to be taken.</returns>
    public bool BeginRead()
    {
        try
        {
            // Never with a token: a cancelled read may break the transport.
            _read = input.ReadAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            _read = ValueTask.FromException<ReadResult>(exception);
        }

        return _read.IsCompleted;
    }

    /// <summary>Takes what a read has brought that has completed.</summary>
    public void Take()
    {
        try
        {
            Take(_read.GetAwaiter().GetResult());
        }
        catch (Exception)
        {
            Fail();
        }
    }
#pragma warning restore CA1031

    /// <summary>Takes what a read has brought.</summary>
    public void Take(ReadResult result)
    {
        _isReading = false;
        _all = result.Buffer;
        _unparsed = _all.Slice(_parsedBehindLoan);
        HasBytes = true;

        // Kestrel cancels the pending read of every connection when it begins to stop: that is not the end of it.
        IsAtEnd = result.IsCompleted;
    }

    /// <summary>The read has failed. A client that vanishes is no failure of the application: the end is all there is to tell.</summary>
    public void Fail()
    {
        _isReading = false;
        IsAtEnd = true;
    }
}
