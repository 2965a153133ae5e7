using System.Net;

namespace Upwire.Integration.Tests.Pipeline;

public sealed class AuthorizationTests(Running<SecuredApp> app, Running<ClosedApp> closed) : IClassFixture<Running<SecuredApp>>, IClassFixture<Running<ClosedApp>>
{
    [Theory]
    [InlineData("/members", null, 401)]
    [InlineData("/members", "ann", 200)]
    [InlineData("/members/open", null, 200)]
    [InlineData("/admin", null, 401)]
    [InlineData("/admin", "ann", 403)]
    [InlineData("/admin", "ann admin", 200)]
    [InlineData("/verbs", null, 200)]
    public async Task The_attributes_of_class_base_class_and_method_hold(string path, string? user, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-User", user } } };
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_WebSocket_is_refused_before_the_upgrade()
    {
        using var response = await app.SendUpgradeAsync("/members/talk");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_WebSocket_knows_its_user()
    {
        using var socket = await app.ConnectAsync("/members/talk", options => options.SetRequestHeader("X-User", "ann"));
        Assert.Equal("ann", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("/verbs", null, 401)]
    [InlineData("/verbs", "ann", 200)]
    [InlineData("/library/public", null, 401)]
    [InlineData("/members/open", null, 200)]
    public async Task A_convention_on_all_endpoints_holds(string path, string? user, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-User", user } } };
        using var response = await closed.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_convention_on_all_endpoints_holds_for_WebSockets()
    {
        using var response = await closed.SendUpgradeAsync("/only");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
