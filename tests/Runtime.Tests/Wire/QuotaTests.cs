using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Upwire.Runtime.Tests;

/// <summary>How many connections may be open at once.</summary>
public sealed class QuotaTests
{
    [Fact]
    public async Task Beyond_the_connection_limit_the_answer_is_503_until_a_place_is_free()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, options: static options => options.MaxConnections = 2);
        using var first = await RawWebSocketClient.OpenAsync(host.Address);
        using var second = await RawWebSocketClient.OpenAsync(host.Address);

        await ExpectRefusalAsync(host, 503);

        await EndAsync(first);
        using var third = await RawWebSocketClient.OpenAsync(host.Address);
        await ExpectRefusalAsync(host, 503);
        second.Reset();
        await EndAsync(third);
    }

    [Fact]
    public async Task Beyond_the_limit_of_an_address_the_answer_is_429_for_that_address()
    {
        var address = IPAddress.Parse("192.0.2.1");
        await using var host = await KestrelHost.StartAsync(
            Echo.RunAsync,
            configure: app => app.Use((HttpContext context, RequestDelegate next) =>
            {
                context.Connection.RemoteIpAddress = address;
                return next(context);
            }),
            options: static options => options.MaxConnectionsPerAddress = 1);
        using var first = await RawWebSocketClient.OpenAsync(host.Address);

        await ExpectRefusalAsync(host, 429);
        address = IPAddress.Parse("::ffff:192.0.2.1");
        await ExpectRefusalAsync(host, 429);

        address = IPAddress.Parse("2001:db8::1");
        using var other = await RawWebSocketClient.OpenAsync(host.Address);
        address = IPAddress.Parse("2001:db8::2");
        await ExpectRefusalAsync(host, 429);
        address = IPAddress.Parse("2001:db8:0:1::1");
        using var another = await RawWebSocketClient.OpenAsync(host.Address);

        address = IPAddress.Parse("192.0.2.1");
        await EndAsync(first);
        using var again = await RawWebSocketClient.OpenAsync(host.Address);
    }

    private static async Task EndAsync(RawWebSocketClient client)
    {
        await client.SendAsync(ClientFrame.Close(1000));
        Assert.Equal(1000, (await client.ReceiveCloseAsync()).CloseCode);
        await client.ExpectEndAsync();
    }

    private static async Task ExpectRefusalAsync(KestrelHost host, int status)
    {
        using var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake());
        var response = await client.ReadResponseAsync();
        Assert.Equal(status, response.Status);
        Assert.Equal("5", response["Retry-After"]);
        Assert.Equal("application/problem+json", response["Content-Type"]);
    }
}
