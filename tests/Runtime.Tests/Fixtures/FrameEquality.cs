using System.Diagnostics.CodeAnalysis;

namespace Upwire.Runtime.Tests;

/// <summary>Compares frames byte for byte.</summary>
internal sealed class FrameEquality : IEqualityComparer<ServerFrame>
{
    public static readonly FrameEquality Instance = new();

    public bool Equals(ServerFrame? x, ServerFrame? y) =>
        x is null || y is null ? x is null && y is null : x.Opcode == y.Opcode && x.IsCompressed == y.IsCompressed && x.Payload.AsSpan().SequenceEqual(y.Payload);

    public int GetHashCode([DisallowNull] ServerFrame obj) => HashCode.Combine(obj.Opcode, obj.Payload.Length);
}
