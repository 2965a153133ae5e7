using System.Net;
using System.Net.WebSockets;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>The settings of an endpoint, by its attribute and by the application.</summary>
public sealed class SettingsTests(Running<PlainApp> app, Running<DefaultsApp> defaults) : IClassFixture<Running<PlainApp>>, IClassFixture<Running<DefaultsApp>>
{
    [Theory]
    [InlineData("/protocols", null, null)]
    [InlineData("/protocols", "v1", "v1")]
    [InlineData("/protocols", "v1, v2", "v2")]
    [InlineData("/protocols", "v3,\tv1 ,", "v1")]
    [InlineData("/protocols", "V1", null)]
    [InlineData("/protocols", "v1x, x", null)]
    [InlineData("/protocols/required", "v0, v1", "v1")]
    [InlineData("/protocols/default", "v1", null)]
    public async Task The_first_sub_protocol_of_the_server_that_the_client_offers_is_agreed_on(string path, string? offered, string? agreed)
    {
        using var response = await SendAsync(app, path, offered);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, response.StatusCode);
        Assert.Equal(agreed is null ? [] : [agreed], response.Headers.TryGetValues("Sec-WebSocket-Protocol", out var answer) ? answer : []);
    }

    [Fact]
    public async Task The_connection_knows_its_sub_protocol()
    {
        using var socket = await app.ConnectAsync("/protocols", static options =>
        {
            options.AddSubProtocol("v0");
            options.AddSubProtocol("v1");
        });
        Assert.Equal("v1", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("v0")]
    public async Task A_required_sub_protocol_must_be_offered(string? offered)
    {
        using var response = await SendAsync(app, "/protocols/required", offered);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("Sec-WebSocket-Protocol must offer a sub-protocol that is spoken here: v2, v1.", problem.Detail);
    }

    [Theory]
    [InlineData("/origins", "https://a.example", true)]
    [InlineData("/origins", "HTTPS://A.example:443", true)]
    [InlineData("/origins", "https://x.b.example:8443", true)]
    [InlineData("/origins", "https://x.y.b.example:8443", true)]
    [InlineData("/origins", "https://b.example:8443", false)]
    [InlineData("/origins", "https://xb.example:8443", false)]
    [InlineData("/origins", "https://x.b.example", false)]
    [InlineData("/origins", "http://a.example", false)]
    [InlineData("/origins", "https://a.example.evil.example", false)]
    [InlineData("/origins", "https://evil.example", false)]
    [InlineData("/origins", "https://*.a.example", false)]
    [InlineData("/origins", "null", false)]
    [InlineData("/origins", "", false)]
    [InlineData("/origins", "http://{host}", false)]
    [InlineData("/origins", null, true)]
    [InlineData("/origins/any", "https://evil.example", true)]
    [InlineData("/origins/any", "null", true)]
    public async Task Pages_of_named_origins_may_open_a_WebSocket(string path, string? origin, bool isAllowed)
    {
        using var response = await app.SendUpgradeAsync(path, origin: origin?.Replace("{host}", app.Address.Authority));
        Assert.Equal(isAllowed ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_limit_of_the_endpoint_holds_for_it_alone()
    {
        using var small = await app.ConnectAsync("/small");
        await small.SendAsync("1234");
        Assert.Equal("1234", await small.ReceiveAsync());
        await small.SendAsync("12345");
        Assert.Null(await small.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, small.CloseStatus);

        using var other = await app.ConnectAsync("/only");
        await other.SendAsync("12345");
        Assert.Equal("12345", await other.ReceiveAsync());
    }

    [Fact]
    public async Task What_the_application_says_holds_where_the_attribute_says_nothing()
    {
        using var without = await SendAsync(defaults, "/only", offered: null);
        await Problem.ReadAsync(without, HttpStatusCode.BadRequest);
        using var foreign = await SendAsync(defaults, "/only", "app", origin: $"http://{defaults.Address.Authority}");
        await Problem.ReadAsync(foreign, HttpStatusCode.Forbidden);
        using var accepted = await SendAsync(defaults, "/only", "app", origin: "https://app.example");
        Assert.Equal(["app"], accepted.Headers.GetValues("Sec-WebSocket-Protocol"));

        using var own = await SendAsync(defaults, "/origins/any", "app", origin: "https://evil.example");
        Assert.Equal(HttpStatusCode.SwitchingProtocols, own.StatusCode);
        using var small = await defaults.ConnectAsync("/small", static options => options.AddSubProtocol("app"));
        await small.SendAsync("1234");
        Assert.Equal("1234", await small.ReceiveAsync());
        using var smaller = await defaults.ConnectAsync("/only", static options => options.AddSubProtocol("app"));
        await smaller.SendAsync("123");
        Assert.Null(await smaller.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, smaller.CloseStatus);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestedApp app, string path, string? offered, string? origin = null)
    {
        using var request = TestedApp.Upgrade(path, origin: origin);
        if (offered is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-WebSocket-Protocol", offered);
        }

        return await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
