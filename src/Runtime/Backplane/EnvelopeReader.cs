using System.Buffers.Binary;
using System.Collections.ObjectModel;
using System.Net.WebSockets;
using System.Text;

namespace Upwire;

/// <summary>Reads what <see cref="EnvelopeWriter"/> writes. Who can write to the engine can write anything: all of it is checked.</summary>
internal ref struct EnvelopeReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Reads the beginning.</summary>
    /// <exception cref="InvalidDataException">It is none of ours.</exception>
    public EnvelopeReader(ReadOnlySpan<byte> bytes)
    {
        _rest = bytes;
        byte version = ReadByte();
        if (version != EnvelopeWriter.Version)
        {
            throw new InvalidDataException($"Its version is {version}, and this server's {EnvelopeWriter.Version}.");
        }

        Kind = (EnvelopeKind)ReadByte();
        Node = ReadText();
    }

    public EnvelopeKind Kind { get; }

    /// <summary>The server that it is from.</summary>
    public string Node { get; }

    public Audience ReadAudience()
    {
        var kind = (AudienceKind)ReadByte();
        return kind <= AudienceKind.Connections
            ? new(kind, ReadTexts(), ReadTexts())
            : throw new InvalidDataException($"There is no audience of kind {kind}.");
    }

    /// <summary>Reads the message, to the end.</summary>
    public SharedFrame ReadFrame()
    {
        var type = (Opcode)ReadByte() switch
        {
            Opcode.Text => WebSocketMessageType.Text,
            Opcode.Binary => WebSocketMessageType.Binary,
            var other => throw new InvalidDataException($"There is no message of type {other}."),
        };

        return new(Read(_rest.Length), type);
    }

    public long ReadNumber() => BinaryPrimitives.ReadInt64LittleEndian(Read(sizeof(long)));

    /// <summary>Reads a part of the members, to the end.</summary>
    public Part<WebSocketMember> ReadMembers()
    {
        int total = ReadLength();
        int first = ReadLength();
        var members = new List<WebSocketMember>();
        while (!_rest.IsEmpty)
        {
            members.Add(ReadMember());
        }

        return first >= 0 && members.Count <= total - (long)first
            ? new(total, first, [.. members])
            : throw new InvalidDataException($"{members.Count} behind {first} are not part of {total}.");
    }

    /// <summary>Reads a connection of the server that this is from: none speaks for another.</summary>
    public WebSocketMember ReadMember()
    {
        string id = ReadText();
        return ConnectionId.NodeOf(id).SequenceEqual(Node)
            ? new(id, ReadByte() == 0 ? null : ReadText(), ReadData())
            : throw new InvalidDataException($"The connection {id} is none of the server {Node}.");
    }

    public string[] ReadTexts()
    {
        string[] texts = new string[ReadCount(sizeof(int))];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = ReadText();
        }

        return texts;
    }

    public string ReadText() => Encoding.UTF8.GetString(Read(ReadLength()));

    private ReadOnlyDictionary<string, string> ReadData()
    {
        int count = ReadCount(2 * sizeof(int));
        if (count == 0)
        {
            return MemberData.Empty;
        }

        var data = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            data[ReadText()] = ReadText();
        }

        return data.AsReadOnly();
    }

    // A number that is too large is seen before anything is made for it.
    private int ReadCount(int minSize)
    {
        int count = ReadLength();
        return count >= 0 && count <= _rest.Length / minSize ? count : throw Truncated();
    }

    private int ReadLength() => BinaryPrimitives.ReadInt32LittleEndian(Read(sizeof(int)));

    private byte ReadByte() => Read(1)[0];

    private ReadOnlySpan<byte> Read(int length)
    {
        if (length < 0 || length > _rest.Length)
        {
            throw Truncated();
        }

        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }

    private static InvalidDataException Truncated() => new("It ends too early.");
}
