using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Upwire;

/// <summary>Writes what servers say to each other: a version, the kind, the sender, and what belongs to the kind. Numbers are little-endian, texts UTF-8 behind their length.</summary>
internal sealed class EnvelopeWriter
{
    public const byte Version = 1;

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

    public static ReadOnlyMemory<byte> MembersAnswer(string node, long request, WebSocketMember[] members)
    {
        var writer = new EnvelopeWriter(EnvelopeKind.MembersAnswer, node);
        writer.Write(request);
        writer.Write(members);
        return writer.Written;
    }

    /// <summary>Which groups a server watches, or does not any more.</summary>
    public static ReadOnlyMemory<byte> Watch(EnvelopeKind kind, string node, params string[] groups)
    {
        var writer = new EnvelopeWriter(kind, node);
        writer.Write(groups);
        return writer.Written;
    }

    public static ReadOnlyMemory<byte> State(string node, string group, long version, IReadOnlyCollection<WebSocketMember> members)
    {
        var writer = new EnvelopeWriter(EnvelopeKind.State, node, group, version);
        writer.Write(members);
        return writer.Written;
    }

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

    private void Write(IReadOnlyCollection<WebSocketMember> members)
    {
        Write(members.Count);
        foreach (var member in members)
        {
            Write(member);
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
