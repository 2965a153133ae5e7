using System.Buffers;

namespace Upwire;

/// <summary>Reads what a client sends, from one message to the next. Who does is for the <see cref="FrameReceiver"/> to say: one party at a time.</summary>
/// <param name="buffer">What has been read.</param>
/// <param name="parser">Makes messages of it.</param>
/// <param name="sender">Sends what is to go out before the client is waited for.</param>
/// <param name="channel">Is told of the end.</param>
/// <param name="receiver">Knows what is lent.</param>
internal sealed class FramePump(ReceiveBuffer buffer, FrameParser parser, FrameSender sender, FrameChannel channel, FrameReceiver receiver)
{
    /// <summary>Goes on to the next message, as far as the client has sent it.</summary>
    public PumpStep Advance()
    {
        try
        {
            return ReadOn();
        }
#pragma warning disable CA1031 // It ends one connection: on a thread of the transport's it would be the end of the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            channel.OnFaulted(exception);
            return PumpStep.Ended;
        }
    }

    // Goes on with what is there, and then as long as reads complete at once.
    private PumpStep ReadOn()
    {
        while (true)
        {
            if (buffer.HasBytes)
            {
                switch (receiver.IsDiscarding ? Discard(ref buffer.Unparsed) : parser.Parse(ref buffer.Unparsed))
                {
                    case ParseOutcome.Message:
                        buffer.OnComplete();
                        return PumpStep.Message;
                    case ParseOutcome.Closed:
                        receiver.ReturnBytes(isLast: true);
                        if (!receiver.IsDiscarding)
                        {
                            channel.OnClosed(parser.Close!);
                        }

                        return PumpStep.Ended;
                    case ParseOutcome.Violated:
                        channel.OnViolated(parser.Violation!);
                        continue;
                    default:
                        break;
                }

                if (!receiver.ReturnBytes(isLast: buffer.IsAtEnd))
                {
                    return PumpStep.Resting;
                }
            }

            if (buffer.IsAtEnd)
            {
                channel.OnVanished();
                return PumpStep.Ended;
            }

            sender.FlushTurn();
            if (!buffer.BeginRead())
            {
                return PumpStep.Reading;
            }

            buffer.Take();
            receiver.KeepLoan();
        }
    }

    private ParseOutcome Discard(ref ReadOnlySequence<byte> unparsed) =>
        parser.Discard(ref unparsed) ? ParseOutcome.Closed : ParseOutcome.NeedMore;
}
