using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Upwire.Runtime.Tests;

public sealed class TlsTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(16 * 1024)]
    [InlineData(60_000)]
    public async Task Messages_are_echoed(int size)
    {
        using var certificate = CreateCertificate();
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, listen: options =>
        {
            options.Protocols = HttpProtocols.Http1;
            options.UseHttps(certificate);
        });
        using var socket = new ClientWebSocket();
#pragma warning disable CA5359 // The certificate was made for this test.
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        await Within.Time(socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "wss", Path = "/ws" }.Uri, default));
        byte[] sent = new byte[size];
        new Random(size).NextBytes(sent);

        for (int i = 0; i < 3; i++)
        {
            await Within.Time(socket.SendAsync(sent, WebSocketMessageType.Binary, endOfMessage: true, default));
            Assert.True((await Echo.ReceiveAsync(socket)).Data.AsSpan().SequenceEqual(sent));
        }

        await Within.Time(socket.CloseAsync((WebSocketCloseStatus)4000, "bye", default));
        Assert.Equal((WebSocketCloseStatus)4000, socket.CloseStatus);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
