using System.Net.WebSockets;
using System.Text;
using CsCheck;

namespace Upwire.Runtime.Tests;

/// <summary>A random conversation of a client that keeps to the rules, and what has to arrive of it.</summary>
internal sealed record Conversation(List<ClientFrame> Frames, List<(WebSocketMessageType Type, byte[] Data)> Messages, List<byte[]> Pings)
{
    private static readonly Gen<byte[]> Texts = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const('€'), Gen.Char['\u00A0', '\uD7FF']), 0, 300].Select(Encoding.UTF8.GetBytes);

    private static readonly Gen<(bool IsText, byte[] Data, int[] Cuts, byte[] Ping, byte[] Mask)> Message =
        Gen.Select(
            Gen.Bool.SelectMany(isText => (isText ? Texts : Gen.Byte.Array[0, 2000]).Select(data => (isText, data))),
            Gen.Int[0, 2000].Array[0, 3],
            Gen.Byte.Array[0, 125],
            Gen.Byte.Array[4])
        .Select((message, cuts, ping, mask) => (message.isText, message.data, cuts, ping, mask));

    public static Gen<Conversation> Any { get; } = Message.Array[0, 6].Select(Of);

    public byte[] Bytes => ClientFrame.Bytes([.. Frames]);

    /// <summary>The same conversation, its messages compressed: each in as many fragments as before.</summary>
    public Conversation Compress(bool takesOver)
    {
        var client = new DeflatingClient(takesOver);
        var compressed = new Conversation([], Messages, Pings);
        int message = -1;
        byte[] rest = [];
        foreach (var frame in Frames)
        {
            if (frame.Opcode is not (Opcode.Text or Opcode.Binary or Opcode.Continuation))
            {
                compressed.Frames.Add(frame);
                continue;
            }

            if (frame.Opcode != Opcode.Continuation)
            {
                rest = client.Compress(Messages[++message].Data);
            }

            int size = frame.IsFinal ? rest.Length : Math.Min(frame.Payload.Length, rest.Length);
            compressed.Frames.Add(frame with { Payload = rest[..size], ReservedBits = frame.Opcode == Opcode.Continuation ? 0 : 4 });
            rest = rest[size..];
        }

        return compressed;
    }

    private static Conversation Of((bool IsText, byte[] Data, int[] Cuts, byte[] Ping, byte[] Mask)[] messages)
    {
        var conversation = new Conversation([], [], []);
        foreach (var (isText, data, cuts, ping, mask) in messages)
        {
            conversation.Messages.Add((isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, data));
            int[] ends = [.. cuts.Select(cut => Math.Min(cut, data.Length)).Order(), data.Length];
            int begin = 0;
            for (int i = 0; i < ends.Length; i++)
            {
                var opcode = i > 0 ? Opcode.Continuation : isText ? Opcode.Text : Opcode.Binary;
                conversation.Frames.Add(new(opcode, data[begin..ends[i]]) { IsFinal = i == ends.Length - 1, Mask = mask });
                begin = ends[i];
                if (i == 0)
                {
                    conversation.Frames.Add(new(Opcode.Ping, ping) { Mask = mask });
                    conversation.Pings.Add(ping);
                }
            }
        }

        conversation.Frames.Add(ClientFrame.Close(1000));
        return conversation;
    }
}
