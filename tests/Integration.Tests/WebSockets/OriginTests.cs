using System.Net;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>Pages of other sites are kept out, wherever in the world's proxies the application stands.</summary>
public sealed class OriginTests(Running<PlainApp> app, Running<BasePathApp> based, Running<ProxiedApp> proxied)
    : IClassFixture<Running<PlainApp>>, IClassFixture<Running<BasePathApp>>, IClassFixture<Running<ProxiedApp>>
{
    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("https://{host}")]
    [InlineData("http://{name}")]
    [InlineData("http://{name}:1")]
    [InlineData("http://{host}.evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Another_origin_is_refused(string origin)
    {
        using var response = await app.SendUpgradeAsync("/only", origin: Fill(origin, app));
        await Problem.ReadAsync(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_own_origin_is_welcome()
    {
        using var response = await app.SendUpgradeAsync("/only", origin: Fill("http://{host}", app));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, response.StatusCode);
    }

    [Fact]
    public async Task A_client_without_an_origin_is_welcome()
    {
        using var response = await app.SendUpgradeAsync("/only");
        Assert.Equal(HttpStatusCode.SwitchingProtocols, response.StatusCode);
    }

    [Theory]
    [InlineData("http://{host}", HttpStatusCode.SwitchingProtocols)]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    public async Task The_check_holds_behind_a_base_path(string origin, HttpStatusCode expected)
    {
        using var response = await based.SendUpgradeAsync("/base/only", origin: Fill(origin, based));
        Assert.Equal(expected, response.StatusCode);
    }

    // Who asks is the browser's name for the site, not the proxy's for the application.
    [Theory]
    [InlineData("https://chat.example", HttpStatusCode.SwitchingProtocols)]
    [InlineData("http://chat.example", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://{host}", HttpStatusCode.Forbidden)]
    public async Task The_check_holds_behind_a_proxy(string origin, HttpStatusCode expected)
    {
        using var request = TestedApp.Upgrade("/only", origin: Fill(origin, proxied));
        request.Headers.Add("X-Forwarded-Host", "chat.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var response = await proxied.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    private static string Fill(string origin, TestedApp app) => origin.Replace("{host}", app.Address.Authority).Replace("{name}", app.Address.Host);
}
