namespace Upwire.Integration.Tests.Responses;

public sealed class DisposalTests(Running<ServicesApp> app) : IClassFixture<Running<ServicesApp>>
{
    private Task<string> NextDisposalAsync() => app.Client.GetStringAsync("/disposal/next", TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("/disposal/sync", "Dispose")]
    [InlineData("/disposal/async", "DisposeAsync")]
    public async Task A_controller_is_disposed_once_when_its_request_has_ended(string path, string how)
    {
        Assert.Equal("alive", await app.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(how, await NextDisposalAsync());
    }

    [Fact]
    public async Task A_controller_lives_as_long_as_its_connection()
    {
        using var socket = await app.ConnectAsync("/disposal/socket");
        for (int i = 0; i < 2; i++)
        {
            await socket.SendAsync("are you there?");
            Assert.Equal("alive", await socket.ReceiveAsync());
        }

        await socket.CloseAsync();
        Assert.Equal("Dispose", await NextDisposalAsync());
    }
}
