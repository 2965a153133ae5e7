using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire.Runtime.Tests;

/// <summary>The settings of an application, from its configuration and from code.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void The_configuration_is_read_and_code_comes_after_it()
    {
        var options = Read(
            static options => options.MaxFragments = 3,
            ("MaxMessageSize", "100"), ("MaxFragments", "2"), ("CloseTimeout", "00:00:07"), ("RequireSubProtocol", "true"), ("SubProtocols:0", "v2"), ("SubProtocols:1", "v1"), ("Origins:0", "https://*.example.com"),
            ("MessageTimeout", "00:00:08"), ("KeepAliveInterval", "-00:00:00.001"), ("KeepAliveTimeout", "00:00:09"), ("SlowClient", "DropOldest"), ("Compression", "PerMessage"), ("MaxConnections", "10"), ("MaxConnectionsPerAddress", "5"), ("DrainTimeout", "00:01:00"), ("DrainBatch", "50"), ("BroadcastTimeout", "00:00:02"), ("UserIdClaim", "sub"));

        Assert.Equal(100, options.MaxMessageSize);
        Assert.Equal(3, options.MaxFragments);
        Assert.Equal(1024 * 1024, options.SendBufferSize);
        Assert.Equal(TimeSpan.FromSeconds(7), options.CloseTimeout);
        Assert.True(options.RequireSubProtocol);
        Assert.Equal(["v2", "v1"], options.SubProtocols);
        Assert.Equal(["https://*.example.com"], options.Origins);
        Assert.Equal(TimeSpan.FromSeconds(8), options.MessageTimeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.KeepAliveInterval);
        Assert.Equal(TimeSpan.FromSeconds(9), options.KeepAliveTimeout);
        Assert.Equal(SlowClient.DropOldest, options.SlowClient);
        Assert.Equal(WebSocketCompression.PerMessage, options.Compression);
        Assert.Equal(10, options.MaxConnections);
        Assert.Equal(5, options.MaxConnectionsPerAddress);
        Assert.Equal(TimeSpan.FromMinutes(1), options.DrainTimeout);
        Assert.Equal(50, options.DrainBatch);
        Assert.Equal(TimeSpan.FromSeconds(2), options.BroadcastTimeout);
        Assert.Equal("sub", options.UserIdClaim);
    }

    [Fact]
    public void The_backplane_is_configured_beside_the_WebSockets()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Upwire:Backplane:Failures", "Count"), new("Upwire:Backplane:LeaseTime", "00:00:30"),
            new("Upwire:Backplane:PublishTimeout", "00:00:03"), new("Upwire:Backplane:AnswerTimeout", "00:00:01"),
        ]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddUpwire();
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<UpwireOptions>>().Value.Backplane;

        Assert.Equal(BackplaneFailures.Count, options.Failures);
        Assert.Equal(TimeSpan.FromSeconds(30), options.LeaseTime);
        Assert.Equal(TimeSpan.FromSeconds(3), options.PublishTimeout);
        Assert.Equal(TimeSpan.FromSeconds(1), options.AnswerTimeout);
    }

    [Fact]
    public void The_defaults_are_those_of_the_attribute()
    {
        var options = new UpwireWebSocketOptions();
        var attribute = new WebSocketAttribute();
        Assert.Equal(options.MaxMessageSize, attribute.MaxMessageSize);
        Assert.Equal(options.MaxFragments, attribute.MaxFragments);
        Assert.Equal(options.MessageTimeout, TimeSpan.FromSeconds(attribute.MessageTimeout));
        Assert.Equal(options.KeepAliveInterval, TimeSpan.FromSeconds(attribute.KeepAliveInterval));
        Assert.Equal(options.KeepAliveTimeout, TimeSpan.FromSeconds(attribute.KeepAliveTimeout));
        Assert.Equal(options.CloseTimeout, TimeSpan.FromSeconds(attribute.CloseTimeout));
        Assert.Equal(options.SlowClient, attribute.SlowClient);
        Assert.Equal(options.Compression, attribute.Compression);
        Assert.Equal(options.SendBufferSize, attribute.SendBufferSize);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var options = new UpwireWebSocketOptions();
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MessageTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.KeepAliveInterval = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.KeepAliveTimeout = Timeout.InfiniteTimeSpan);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.SlowClient = (SlowClient)4);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Compression = (WebSocketCompression)3);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxConnections = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxConnectionsPerAddress = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.DrainTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.DrainBatch = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.BroadcastTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentException>(() => options.UserIdClaim = "");
        var backplane = new UpwireBackplaneOptions();
        Assert.Throws<ArgumentOutOfRangeException>(() => backplane.LeaseTime = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => backplane.PublishTimeout = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => backplane.AnswerTimeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => backplane.Failures = (BackplaneFailures)2);
    }

    [Theory]
    [InlineData("v 1")]
    [InlineData("")]
    [InlineData("v1", "v1")]
    public void A_sub_protocol_is_a_token_and_there_once(params string[] protocols) =>
        Assert.Throws<ArgumentException>(() => new UpwireWebSocketOptions().SubProtocols = protocols);

    [Theory]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("https://example.com")]
    [InlineData("https://example.com:8443")]
    [InlineData("https://*.example.com")]
    [InlineData("http://[::1]:5000")]
    [InlineData("app://localhost")]
    public void An_origin_is_a_scheme_and_a_host(string origin) =>
        Assert.Equal([origin], new UpwireWebSocketOptions { Origins = [origin] }.Origins);

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("https://")]
    [InlineData("https://example.com/")]
    [InlineData("https://example.com/path")]
    [InlineData("https://example.com?query")]
    [InlineData("https://user@example.com")]
    [InlineData("https://*")]
    public void Nothing_else_is_one(string origin) =>
        Assert.Throws<ArgumentException>(() => new UpwireWebSocketOptions().Origins = [origin]);

    private static UpwireWebSocketOptions Read(Action<UpwireWebSocketOptions> configure, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create($"Upwire:WebSockets:{pair.Key}", (string?)pair.Value)))
            .Build());
        services.AddUpwire(options => configure(options.WebSockets));
        return services.BuildServiceProvider().GetRequiredService<IOptions<UpwireOptions>>().Value.WebSockets;
    }
}
