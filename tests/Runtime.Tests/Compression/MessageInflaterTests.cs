using System.Net.WebSockets;
using System.Security.Cryptography;

namespace Upwire.Runtime.Tests;

public sealed class MessageInflaterTests
{
    private const int Limit = 64 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(Limit - 1)]
    [InlineData(Limit)]
    public void A_message_is_as_it_was(int size)
    {
        using var inflater = new MessageInflater(DeflatingClient.Options(takesOver: true));
        var client = new DeflatingClient(takesOver: true);
        byte[] noise = RandomNumberGenerator.GetBytes(size);
        byte[] zeros = new byte[size];

        foreach (byte[] data in (byte[][])[noise, zeros, noise, zeros])
        {
            ExpectMessage(inflater, client.Compress(data), data);
        }
    }

    [Fact]
    public void A_message_that_inflates_beyond_the_limit_is_stopped_there()
    {
        using var inflater = new MessageInflater(DeflatingClient.Options(takesOver: false));
        byte[] oneTooMany = new DeflatingClient().Compress(new byte[Limit + 1]);
        byte[] bomb = new DeflatingClient().Compress(new byte[100 * 1024 * 1024]);

        Assert.Same(FrameViolation.TooLarge, inflater.Inflate(oneTooMany, Limit, out _));
        using var other = new MessageInflater(DeflatingClient.Options(takesOver: false));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Same(FrameViolation.TooLarge, other.Inflate(bomb, Limit, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * Limit);
    }

    [Fact]
    public void A_message_with_a_final_block_is_a_violation()
    {
        using var inflater = new MessageInflater(DeflatingClient.Options(takesOver: false));

        Assert.Same(FrameViolation.InvalidCompression, inflater.Inflate(DeflatingClient.CompressWithFinalBlock("x"u8.ToArray()), Limit, out _));
    }

    [Fact]
    public void A_message_may_have_thousands_of_empty_blocks()
    {
        using var inflater = new MessageInflater(DeflatingClient.Options(takesOver: false));
        byte[] empty = [0, 0, 0, 0xFF, 0xFF];
        byte[] compressed = [.. Enumerable.Repeat(empty, 5000).SelectMany(block => block), .. new DeflatingClient().Compress("x"u8.ToArray())];

        ExpectMessage(inflater, compressed, "x"u8.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0x06 })]
    [InlineData(new byte[] { 0x02, 1, 0, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF })]
    public void What_is_not_compressed_is_a_violation(byte[] payload)
    {
        using var inflater = new MessageInflater(DeflatingClient.Options(takesOver: false));

        Assert.Same(FrameViolation.InvalidCompression, inflater.Inflate(payload, Limit, out _));
    }

    [Fact]
    public void A_reference_to_a_message_before_is_understood_only_where_that_was_agreed_on()
    {
        byte[] data = RandomNumberGenerator.GetBytes(500);
        var client = new DeflatingClient(takesOver: true);
        byte[][] compressed = [client.Compress(data), client.Compress(data)];
        Assert.True(compressed[1].Length < 50);
        using var inflater = new MessageInflater(new WebSocketDeflateOptions { ClientContextTakeover = false });

        ExpectMessage(inflater, compressed[0], data);
        Assert.Same(FrameViolation.InvalidCompression, inflater.Inflate(compressed[1], Limit, out _));
    }

    private static void ExpectMessage(MessageInflater inflater, byte[] compressed, byte[] expected)
    {
        Assert.Null(inflater.Inflate(compressed, Math.Max(Limit, expected.Length), out var message));
        Assert.True(message.AsSpan().SequenceEqual(expected), $"{message.Count} bytes instead of {expected.Length}.");
    }
}
