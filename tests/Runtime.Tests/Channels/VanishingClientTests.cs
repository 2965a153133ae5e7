namespace Upwire.Runtime.Tests;

public sealed class VanishingClientTests
{
    private static readonly byte[] Conversation = ClientFrame.Bytes(
        ClientFrame.Text("one"),
        ClientFrame.Text("t").NotFinal(),
        ClientFrame.Ping("x"),
        new(Opcode.Continuation, new byte[130]),
        ClientFrame.Close(1000, "bye"));

    [Fact]
    public async Task The_connection_ends_in_peace_after_every_byte_and_whatever_the_transport_throws()
    {
        foreach (var exception in (Exception?[])[null, new IOException("reset"), new InvalidDataException("no transport's own"), new OperationCanceledException()])
        {
            for (int end = 0; end <= Conversation.Length; end++)
            {
                var transport = new InMemoryTransport().Start();
                var echo = Handlers.EchoAsync(transport.Channel);
                transport.Send(Conversation.AsSpan(0, end));

                transport.Vanish(exception);

                await Within.Time(echo, $"the end after {end} bytes and {exception?.GetType().Name ?? "a FIN"}");
                await Within.Cancelled(transport.Channel.Closed);
                await Within.Time(Handlers.ReturnAsync(transport.Channel));
                Assert.Equal(end == Conversation.Length, transport.Channel.CloseStatus is not null);
                transport.Received();
            }
        }
    }

    [Fact]
    public async Task The_connection_ends_in_peace_when_a_write_fails()
    {
        foreach (var exception in (Exception?[])[null, new IOException("reset"), new InvalidDataException("no transport's own")])
        {
            var transport = new InMemoryTransport(decorate: writer => new FailingWriter(writer, exception)).Start();
            var echo = Handlers.EchoAsync(transport.Channel);

            transport.Send(ClientFrame.Text("one"));
            await Within.Cancelled(transport.Channel.Closed);
            transport.Send(ClientFrame.Text("two"));
            await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => Within.Time(echo));

            transport.Vanish();
            await Within.Time(Handlers.ReturnAsync(transport.Channel));
        }
    }

    [Fact]
    public async Task The_connection_ends_in_peace_when_reading_fails_as_it_should_not()
    {
        var transport = new InMemoryTransport(decorateInput: static reader => new FailingReader(reader)).Start();
        var echo = Handlers.EchoAsync(transport.Channel);

        transport.Send(ClientFrame.Text("one"));

        await Within.Time(echo);
        Assert.True(transport.IsAborted);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
        Assert.Equal("no bytes wanted", transport.Channel.Fault?.Message);
    }

    [Fact]
    public async Task Whoever_waits_until_the_connection_has_ended_is_told_that_a_write_has_failed()
    {
        var transport = new InMemoryTransport(decorate: static writer => new FailingWriter(writer, new IOException("reset"))).Start();
        var receive = transport.Channel.ReceiveAsync(only: null, transport.Channel.Closed).AsTask();

        await transport.Channel.SendAsync("one", CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(receive));
        transport.Send(ClientFrame.Text("two"));
        Assert.Equal("two", (await transport.Channel.ReceiveAsync(only: null, CancellationToken.None))!.Value.GetText());

        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }
}
