using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>How the connections end when the server stops, by a clock that the test moves.</summary>
public sealed class DrainingTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly UpwireOptions _options = new();
    private readonly List<InMemoryTransport> _transports = [];

    [Fact]
    public void Connections_are_told_batch_by_batch()
    {
        _options.WebSockets.DrainBatch = 3;
        Begin(count: 8);

        Assert.Equal(3, Told());
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(3, Told());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(6, Told());
        _time.Advance(Draining.Pause);
        Assert.Equal(8, Told());
    }

    [Fact]
    public void All_are_told_within_half_of_the_time()
    {
        _options.WebSockets.DrainBatch = 1;
        _options.WebSockets.DrainTimeout = TimeSpan.FromSeconds(1);
        Begin(count: 20);

        Assert.Equal(4, Told());
        for (int i = 0; i < 4; i++)
        {
            _time.Advance(Draining.Pause);
        }

        Assert.Equal(20, Told());
    }

    [Fact]
    public void What_is_open_after_the_time_is_aborted()
    {
        _options.WebSockets.DrainTimeout = TimeSpan.FromSeconds(3);
        Begin(count: 2);

        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.All(_transports, static transport => Assert.False(transport.IsAborted));
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.All(_transports, static transport => Assert.True(transport.IsAborted));
    }

    [Fact]
    public void A_connection_that_comes_late_is_told_at_once()
    {
        var draining = Begin(count: 1);
        var late = new InMemoryTransport().Start();
        Assert.True(draining.IsUnderWay);

        draining.CloseIfUnderWay(late.Channel);

        Assert.Equal(1001, Assert.Single(late.Received()).CloseCode);
    }

    // Clients that are told and do not answer.
    private Draining Begin(int count)
    {
        var connections = new OpenConnections(_time);
        for (int i = 0; i < count; i++)
        {
            _transports.Add(new InMemoryTransport(time: _time).Start());
            connections.Add(_transports[i].Channel);
        }

        var draining = new Draining(connections, Options.Create(_options), Metrics.Instruments, NullLoggerFactory.Instance, _lifetime);
        Assert.False(draining.IsUnderWay);
        Assert.Equal(0, Told());
        _lifetime.StopApplication();
        return draining;
    }

    private int Told() => _transports.Count(static transport => transport.Channel.CloseStatus is not null);
}
