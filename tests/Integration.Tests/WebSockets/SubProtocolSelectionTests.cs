using System.Net;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>Methods of controllers that choose the sub-protocol of a connection.</summary>
public sealed class SubProtocolSelectionTests(Running<PlainApp> app, Running<DefaultsApp> defaults) : IClassFixture<Running<PlainApp>>, IClassFixture<Running<DefaultsApp>>
{
    [Theory]
    [InlineData("/verified/protocols/last", null, null)]
    [InlineData("/verified/protocols/last", "v1", "v1")]
    [InlineData("/verified/protocols/last", "v2 ,\tv1,", "v1")]
    [InlineData("/verified/protocols/last", "v1, no token, \"no\"", "v1")]
    [InlineData("/verified/protocols/last", ", no token", null)]
    [InlineData("/verified/protocols/named", "v1, v2", null)]
    [InlineData("/verified/protocols/named?choose=v1", "v1, v2", "v1")]
    [InlineData("/verified/protocols/named?choose=v3", "v2, v3", "v3")]
    [InlineData("/verified/protocols/required?choose=v1", "v2, v1", "v1")]
    [InlineData("/verified/protocols/verified?choose=v1&allow=true", "v1", "v1")]
    public async Task What_it_returns_is_agreed_on(string path, string? offered, string? agreed)
    {
        using var response = await SendAsync(app, path, offered);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, response.StatusCode);
        Assert.Equal(agreed is null ? [] : [agreed], response.Headers.TryGetValues("Sec-WebSocket-Protocol", out var answer) ? answer : []);
    }

    [Theory]
    [InlineData("/verified/protocols/last", "v1, offered v2+v1")]
    [InlineData("/verified/protocols/named", "none, offered v2+v1")]
    public async Task The_connection_and_the_controller_know_of_it(string path, string expected)
    {
        using var socket = await app.ConnectAsync(path, static options =>
        {
            options.AddSubProtocol("v2");
            options.AddSubProtocol("v1");
        });
        Assert.Equal(expected, await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("v1, v2", "'v1', 'v2'")]
    [InlineData("V3", "'V3'")]
    [InlineData(null, "none")]
    public async Task What_the_client_has_not_offered_is_a_fault_of_the_method(string? offered, string told)
    {
        using var response = await SendAsync(app, "/verified/protocols/named?choose=v3", offered);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.False(response.Headers.Contains("Sec-WebSocket-Protocol"));
        Assert.Contains($"The sub-protocol 'v3' was selected for a client that offers {told}.", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_is_refused_where_one_is_required()
    {
        using var response = await SendAsync(app, "/verified/protocols/required", "v1");
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("Sec-WebSocket-Protocol must offer a sub-protocol that is spoken here.", problem.Detail);
    }

    [Fact]
    public async Task What_the_application_requires_is_not_judged_before_it_is_asked()
    {
        using var chosen = await SendAsync(defaults, "/verified/protocols/last", "other");
        Assert.Equal(HttpStatusCode.SwitchingProtocols, chosen.StatusCode);
        Assert.Equal(["other"], chosen.Headers.GetValues("Sec-WebSocket-Protocol"));

        using var none = await SendAsync(defaults, "/verified/protocols/named", "other");
        await Problem.ReadAsync(none, HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> SendAsync(TestedApp app, string path, string? offered)
    {
        using var request = TestedApp.Upgrade(path);
        if (offered is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-WebSocket-Protocol", offered);
        }

        return await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
