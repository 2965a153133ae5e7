namespace Upwire.Integration.Tests.Routing;

/// <summary>The controllers of a referenced library, whose internals this project sees: that it compiles is half of the test.</summary>
public sealed class LibraryTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Fact]
    public async Task A_public_controller_is_mapped() =>
        Assert.Equal("public", await app.Client.GetStringAsync("/library/public", TestContext.Current.CancellationToken));

    [Fact]
    public async Task An_internal_controller_is_mapped() =>
        Assert.Equal("internal 7", await app.Client.GetStringAsync("/library/internal/7", TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_WebSocket_is_mapped()
    {
        using var socket = await app.ConnectAsync("/library/public");
        Assert.Equal("public", await socket.ReceiveAsync());
    }
}
