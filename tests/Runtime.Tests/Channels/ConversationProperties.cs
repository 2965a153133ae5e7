using CsCheck;

namespace Upwire.Runtime.Tests;

/// <summary>What holds for every conversation. A failure prints the seed that repeats it.</summary>
public sealed class ConversationProperties
{
    [Fact]
    public void Valid_conversations_arrive_whole_and_in_order_however_they_are_cut() =>
        Gen.Select(Conversation.Any, Gen.Int[0, 20_000].Array[0, 8]).Sample(
            (conversation, cuts) =>
            {
                var transport = new InMemoryTransport().Start();
                var collect = Handlers.CollectAsync(transport.Channel);
                byte[] bytes = conversation.Bytes;
                int begin = 0;
                foreach (int end in cuts.Select(cut => cut % (bytes.Length + 1)).Order().Append(bytes.Length))
                {
                    transport.Send(bytes.AsSpan(begin, end - begin));
                    begin = end;
                }

                // Everything runs inline: the end has been reached when the last byte was taken.
                Assert.True(collect.IsCompletedSuccessfully);
                Assert.Equal(conversation.Messages.Select(message => message.Type), collect.Result.Select(message => message.Type));
                Assert.Equal(conversation.Messages.Select(message => message.Data), collect.Result.Select(message => message.Data));
                var frames = transport.Received();
                Assert.Equal(conversation.Pings, frames.SkipLast(1).Select(frame => frame.Payload));
                Assert.All(frames.SkipLast(1), frame => Assert.Equal(Opcode.Pong, frame.Opcode));
                Assert.Equal(1000, frames[^1].CloseCode);
                Assert.True(Handlers.ReturnAsync(transport.Channel).Wait(Within.Limit));
            },
            iter: Fuzzing.Iterations(1500),
            threads: 1);

    [Fact]
    public void Broken_conversations_end_in_peace_with_well_formed_frames() =>
        Gen.Select(Conversation.Any, Fuzzing.Mutation.Array[1, 4], Gen.Int[0, 20_000]).Sample(
            (conversation, mutations, cut) =>
            {
                byte[] bytes = mutations.Aggregate(conversation.Bytes, (mutated, mutation) => mutation(mutated));
                var transport = new InMemoryTransport(InMemoryTransport.DefaultLimits with { MaxMessageSize = 4000, MaxFragments = 6 }).Start();
                var echo = Handlers.EchoAsync(transport.Channel);
                cut %= bytes.Length + 1;

                transport.Send(bytes.AsSpan(0, cut));
                transport.Send(bytes.AsSpan(cut));
                transport.Vanish();

                // Who is told of a violation goes on elsewhere.
                Assert.True(Task.WhenAny(echo).Wait(Within.Limit), "The handler still waits after the end of the input.");
                Assert.True(echo.IsCompletedSuccessfully || echo.Exception?.InnerException is System.Net.WebSockets.WebSocketException, echo.Exception?.ToString());
                Assert.True(transport.Channel.Closed.IsCancellationRequested);
                Assert.True(Handlers.ReturnAsync(transport.Channel).Wait(Within.Limit), "CloseAsync still waits.");
                var frames = transport.Received();
                Assert.True(frames.FindIndex(frame => frame.Opcode == Opcode.Close) is int close && (close < 0 || close == frames.Count - 1), "A frame follows the close frame.");
            },
            iter: Fuzzing.Iterations(10_000),
            threads: 1);

    [Fact]
    public void Messages_hold_while_the_handler_is_busy_with_them_and_reading_goes_on() =>
        Gen.Select(Conversation.Any, Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 3]).Array[0, 8]).Sample(
            (conversation, cuts) =>
            {
                var transport = new InMemoryTransport().Start();
                var handler = new HoldingHandler();
                var run = handler.RunAsync(transport.Channel);
                byte[] bytes = conversation.Bytes;
                int begin = 0;
                foreach (var (cut, count) in cuts.Select(cut => (Cut: cut.Item1 % (bytes.Length + 1), Count: cut.Item2)).OrderBy(cut => cut.Cut).Append((bytes.Length, 0)))
                {
                    transport.Send(bytes.AsSpan(begin, cut - begin));
                    begin = cut;
                    for (int i = 0; i < count; i++)
                    {
                        handler.LetGo();
                    }
                }

                handler.LetGoOfAll();
                Assert.True(run.IsCompletedSuccessfully, run.Exception?.ToString());
                Assert.Equal(conversation.Messages.Select(message => message.Type), handler.Messages.Select(message => message.Type));
                Assert.Equal(conversation.Messages.Select(message => message.Data), handler.Messages.Select(message => message.Data));
                Assert.True(Handlers.ReturnAsync(transport.Channel).Wait(Within.Limit));
                Assert.Equal(1000, transport.Received()[^1].CloseCode);
            },
            iter: Fuzzing.Iterations(1500),
            threads: 1);

    [Fact]
    public void Broken_conversations_end_in_peace_also_while_the_handler_is_busy() =>
        Gen.Select(Conversation.Any, Fuzzing.Mutation.Array[1, 4], Gen.Int[0, 20_000], Gen.Int[0, 5]).Sample(
            (conversation, mutations, cut, count) =>
            {
                byte[] bytes = mutations.Aggregate(conversation.Bytes, (mutated, mutation) => mutation(mutated));
                var transport = new InMemoryTransport(InMemoryTransport.DefaultLimits with { MaxMessageSize = 4000, MaxFragments = 6 }).Start();
                var handler = new HoldingHandler();
                var run = handler.RunAsync(transport.Channel);
                cut %= bytes.Length + 1;

                transport.Send(bytes.AsSpan(0, cut));
                for (int i = 0; i < count; i++)
                {
                    handler.LetGo();
                }

                transport.Send(bytes.AsSpan(cut));
                transport.Vanish();
                handler.LetGoOfAll();

                Assert.True(run.Wait(Within.Limit), "The handler still waits after the end of the input.");
                Assert.True(transport.Channel.Closed.IsCancellationRequested);
                Assert.True(Handlers.ReturnAsync(transport.Channel).Wait(Within.Limit), "CloseAsync still waits.");
            },
            iter: Fuzzing.Iterations(5_000),
            threads: 1);
}
