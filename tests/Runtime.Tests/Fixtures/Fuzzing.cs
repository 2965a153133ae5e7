using System.Globalization;
using CsCheck;

namespace Upwire.Runtime.Tests;

/// <summary>How long and by what means conversations are fuzzed. CONTRIBUTING.md tells how to repeat and to prolong it.</summary>
internal static class Fuzzing
{
    private const string Variable = "UPWIRE_FUZZ";

    /// <summary>Flips a bit, puts a byte in, takes one out, or cuts the rest off.</summary>
    public static Gen<Func<byte[], byte[]>> Mutation { get; } = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 20_000], Gen.Byte).Select<int, int, byte, Func<byte[], byte[]>>(
        (kind, at, value) => bytes =>
        {
            if (bytes.Length == 0)
            {
                return [value];
            }

            at %= bytes.Length;
            return kind switch
            {
                0 => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (value % 8))), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], value, .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes[(at + 1)..]],
                _ => bytes[..at],
            };
        });

    /// <summary>Changes one frame, or the order of two.</summary>
    public static Gen<Func<IReadOnlyList<ClientFrame>, IReadOnlyList<ClientFrame>>> FrameMutation { get; } =
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 100], Gen.Int[0, 15]).Select<int, int, int, Func<IReadOnlyList<ClientFrame>, IReadOnlyList<ClientFrame>>>(
            static (kind, at, value) => frames =>
            {
                if (frames.Count == 0)
                {
                    return frames;
                }

                at %= frames.Count;
                var frame = frames[at];
                return kind switch
                {
                    0 => Replace(frames, at, frame with { IsFinal = !frame.IsFinal }),
                    1 => Replace(frames, at, frame with { Opcode = (Opcode)value }),
                    2 => Replace(frames, at, frame with { ReservedBits = value & 7 }),
                    3 => Replace(frames, at, frame with { Mask = null }),
                    4 => Replace(frames, at, frame with { LengthSize = frame.Payload.Length > 125 || value < 8 ? 8 : 2 }),
                    5 => Replace(frames, at, frame, frame),
                    6 => Replace(frames, at),
                    7 => [.. frames.Take(at), .. frames.Skip(at + 1).Take(1), frame, .. frames.Skip(at + 2)],
                    _ => Replace(frames, at, frame with { DeclaredLength = (ulong)(frame.Payload.Length + value) }),
                };
            });

    /// <summary>As many as the environment wants, or as the suite has time for.</summary>
    public static int Iterations(int usual) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : usual;

    private static IReadOnlyList<ClientFrame> Replace(IReadOnlyList<ClientFrame> frames, int at, params ClientFrame[] others) =>
        [.. frames.Take(at), .. others, .. frames.Skip(at + 1)];
}
