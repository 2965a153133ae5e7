using System.Net.WebSockets;
using System.Text.Unicode;
using CsCheck;

namespace Upwire.Runtime.Tests;

/// <summary>What .NET's own WebSocket makes of the same bytes. A failure prints the seed that repeats it.</summary>
public sealed class OracleProperties
{
    private static readonly ConnectionLimits NoLimits = InMemoryTransport.DefaultLimits with { MaxMessageSize = 1 << 30, MaxFragments = int.MaxValue };

    [Fact]
    public void A_server_of_NET_hears_the_same_of_a_broken_conversation() =>
        Gen.Select(Conversation.Any, Fuzzing.FrameMutation.Array[0, 2], Fuzzing.Mutation.Array[0, 2], Gen.Int[0, 20_000]).Sample(
            static (conversation, frames, bytes, cut) => ExpectSame(Break(conversation, frames, bytes), cut, deflate: null),
            iter: Fuzzing.Iterations(10_000),
            threads: 1);

    [Fact]
    public void A_server_of_NET_hears_the_same_of_a_broken_compressed_conversation() =>
        Gen.Select(Conversation.Any, Fuzzing.FrameMutation.Array[0, 2], Fuzzing.Mutation.Array[0, 2], Gen.Int[0, 20_000], Gen.Bool).Sample(
            static (conversation, frames, bytes, cut, takesOver) => ExpectSame(Break(conversation.Compress(takesOver), frames, bytes), cut, DeflatingClient.Options(takesOver)),
            iter: Fuzzing.Iterations(1_500),
            threads: 1);

    [Fact]
    public void A_client_of_NET_reads_whatever_is_sent_back() =>
        Gen.Select(Conversation.Any, Gen.Int[0, 2]).Sample(
            static (conversation, compression) =>
            {
                var deflate = compression == 0 ? null : DeflatingClient.Options(takesOver: compression == 2);
                var transport = new InMemoryTransport(NoLimits, deflate: deflate).Start();
                var echo = Handlers.EchoAsync(transport.Channel);

                transport.Send(deflate is null ? conversation.Bytes : conversation.Compress(takesOver: compression == 2).Bytes);

                Assert.True(echo.IsCompletedSuccessfully, echo.Exception?.ToString());
                var client = BuiltInWebSocket.Read(transport.ReceivedBytes(), isServer: false, deflate);
                ExpectMessages(conversation.Messages, client.Messages, transport.Channel.CloseReason);
                Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
            },
            iter: Fuzzing.Iterations(1_500),
            threads: 1);

    private static byte[] Break(
        Conversation conversation,
        Func<IReadOnlyList<ClientFrame>, IReadOnlyList<ClientFrame>>[] frameMutations,
        Func<byte[], byte[]>[] mutations)
    {
        var frames = frameMutations.Aggregate((IReadOnlyList<ClientFrame>)conversation.Frames, static (frames, mutate) => mutate(frames));
        return mutations.Aggregate(ClientFrame.Bytes([.. frames]), static (bytes, mutate) => mutate(bytes));
    }

    private static void ExpectSame(byte[] bytes, int cut, WebSocketDeflateOptions? deflate)
    {
        cut %= bytes.Length + 1;
        var transport = new InMemoryTransport(NoLimits, deflate: deflate).Start();
        var collect = Handlers.CollectAsync(transport.Channel);
        transport.Send(bytes.AsSpan(0, cut));
        transport.Send(bytes.AsSpan(cut));
        transport.Vanish();
        Assert.True(collect.Wait(Within.Limit), "The handler still waits after the end of the input.");

        // .NET takes a text that ends within a character, where its last fragment is empty (RFC 6455 8.1).
        var expected = BuiltInWebSocket.Read(bytes, isServer: true, deflate).Messages.TakeWhile(static message => message.Type != WebSocketMessageType.Text || Utf8.IsValid(message.Data)).ToList();
        string? reason = transport.Channel.CloseReason;
        ExpectMessages(IsStricter(reason, deflate is not null) ? [.. expected.Take(collect.Result.Count)] : expected, collect.Result, reason);
    }

    // Nor does it mind a length that is not in its shortest form (RFC 6455 5.2), or, once compression is agreed on, a compressed control frame
    // or continuation (RFC 7692 6.1).
    private static bool IsStricter(string? closeReason, bool isCompressed) =>
        closeReason == FrameViolation.PaddedLength.Reason || (isCompressed && closeReason == FrameViolation.ReservedBits.Reason);

    private static void ExpectMessages(
        IReadOnlyList<(WebSocketMessageType Type, byte[] Data)> expected,
        IReadOnlyList<(WebSocketMessageType Type, byte[] Data)> actual,
        string? closeReason)
    {
        Assert.True(
            expected.Select(static message => (message.Type, Convert.ToHexString(message.Data))).SequenceEqual(actual.Select(static message => (message.Type, Convert.ToHexString(message.Data)))),
            $"Expected were {Describe(expected)}, but there are {Describe(actual)}, and the connection was closed for '{closeReason}'.");

        static string Describe(IEnumerable<(WebSocketMessageType Type, byte[] Data)> messages) =>
            $"[{string.Join(", ", messages.Select(static message => $"{message.Type} {message.Data.Length}"))}]";
    }
}
