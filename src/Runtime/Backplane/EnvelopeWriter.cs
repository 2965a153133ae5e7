using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Upwire;

/// <summary>Writes what servers say to each other: a version, the kind, the sender, and what belongs to the kind. Numbers are little-endian, texts UTF-8 behind their length.</summary>
internal sealed class EnvelopeWriter
{
    public const byte Version = 1;

    /// <summary>How many bytes of members are in one message, but for the last member's: below 100 KB with it.</summary>
    private const int PartSize = 64 * 1024;

    // For what is not the payload, as a rule.
    private const int HeaderSize = 128;

    private readonly ArrayBufferWriter<byte> _bytes;

    private EnvelopeWriter(EnvelopeKind kind, string node, int payload = 0)
    {
        _bytes = new(HeaderSize + payload);
        Write(Version);
        Write((byte)kind);
        Write(node);
    }

    private EnvelopeWriter(EnvelopeKind kind, string node, string group, long version)
        : this(kind, node)
    {
        Write(group);
        Write(version);
    }

    public static ReadOnlyMemory<byte> Message(string node, Audience audience, SharedFrame frame)
    {
        var writer = new EnvelopeWriter(EnvelopeKind.Message, node, frame.Payload.Length);
        writer.Write(audience);
        writer.Write((byte)frame.Opcode);
        writer._bytes.Write(frame.Payload.Span);
        return writer.Written;
    }

    public static ReadOnlyMemory<byte> Presence(EnvelopeKind kind, string node) => new EnvelopeWriter(kind, node).Written;

    /// <summary>A question about an audience.</summary>
    public static ReadOnlyMemory<byte> Request(EnvelopeKind kind, string node, long request, Audience audience)
    {
        var writer = new EnvelopeWriter(kind, node);
        writer.Write(request);
        writer.Write(audience);
        return writer.Written;
    }

    public static ReadOnlyMemory<byte> CountAnswer(string node, long request, long count)
    {
        var writer = new EnvelopeWriter(EnvelopeKind.CountAnswer, node);
        writer.Write(request);
        writer.Write(count);
        return writer.Written;
    }

    /// <summary>Writes a message for each part of the answer, when it is asked for it.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> MembersAnswer(string node, long request, WebSocketMember[] members) =>
        Parts(members, () =>
        {
            var writer = new EnvelopeWriter(EnvelopeKind.MembersAnswer, node);
            writer.Write(request);
            return writer;
        });

    /// <summary>Which groups a server watches, or does not any more.</summary>
    public static ReadOnlyMemory<byte> Watch(EnvelopeKind kind, string node, params string[] groups)
    {
        var writer = new EnvelopeWriter(kind, node);
        writer.Write(groups);
        return writer.Written;
    }

    /// <summary>Writes a message for each part of the members, when it is asked for it.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> State(string node, string group, long version, WebSocketMember[] members) =>
        Parts(members, () => new EnvelopeWriter(EnvelopeKind.State, node, group, version));

    public static ReadOnlyMemory<byte> Update(string node, string group, long version, WebSocketMember member)
    {
        var writer = new EnvelopeWriter(EnvelopeKind.Update, node, group, version);
        writer.Write(member);
        return writer.Written;
    }

    public static ReadOnlyMemory<byte> Leave(string node, string group, long version, string id)
    {
        var writer = new EnvelopeWriter(EnvelopeKind.Leave, node, group, version);
        writer.Write(id);
        return writer.Written;
    }

    public static ReadOnlyMemory<byte> VersionOf(string node, string group, long version) => new EnvelopeWriter(EnvelopeKind.Version, node, group, version).Written;

    private ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    // There is one, even of nobody.
    private static IEnumerable<ReadOnlyMemory<byte>> Parts(WebSocketMember[] members, Func<EnvelopeWriter> begin)
    {
        int next = 0;
        do
        {
            var writer = begin();
            writer.Write(members.Length);
            writer.Write(next);
            while (next < members.Length && writer._bytes.WrittenCount < PartSize)
            {
                writer.Write(members[next++]);
            }

            yield return writer.Written;
        }
        while (next < members.Length);
    }

    private void Write(Audience audience)
    {
        Write((byte)audience.Kind);
        Write(audience.Names);
        Write(audience.Except);
    }

    private void Write(string[] texts)
    {
        Write(texts.Length);
        foreach (string text in texts)
        {
            Write(text);
        }
    }

    private void Write(WebSocketMember member)
    {
        Write(member.ConnectionId);
        Write((byte)(member.UserId is null ? 0 : 1));
        if (member.UserId is { } user)
        {
            Write(user);
        }

        Write(member.PublicData.Count);
        foreach (var (name, value) in member.PublicData)
        {
            Write(name);
            Write(value);
        }
    }

    private void Write(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Write(length);
        Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    private void Write(byte number) => _bytes.Write([number]);

    private void Write(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }

    private void Write(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), number);
        _bytes.Advance(sizeof(long));
    }
}
