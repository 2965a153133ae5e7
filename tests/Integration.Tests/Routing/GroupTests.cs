using System.Net;

namespace Upwire.Integration.Tests.Routing;

public sealed class GroupTests(Running<GroupedApp> app) : IClassFixture<Running<GroupedApp>>
{
    [Fact]
    public async Task A_group_prefixes_every_endpoint()
    {
        Assert.Equal("get", await app.Client.GetStringAsync("/v1/verbs", TestContext.Current.CancellationToken));
        Assert.Equal("alone", await app.Client.GetStringAsync("/v1/alone", TestContext.Current.CancellationToken));
        Assert.Equal("public", await app.Client.GetStringAsync("/v1/library/public", TestContext.Current.CancellationToken));
        using var socket = await app.ConnectAsync("/v1/both/7");
        Assert.Equal("socket 7", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Without_the_prefix_there_is_nothing()
    {
        using var response = await app.Client.GetAsync("/verbs", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
