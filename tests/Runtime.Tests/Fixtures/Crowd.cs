using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Upwire.Runtime.Tests.Results;

namespace Upwire.Runtime.Tests;

/// <summary>Connections of one application, on pipes in memory.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<CrowdMember> _members = [];

    public Crowd(TimeProvider? time = null, Action<IServiceCollection>? configure = null, Action<UpwireOptions>? options = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddUpwire(options);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(MeasureJsonContext.Default));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
        Directory = _services.GetRequiredService<ConnectionDirectory>();
        All = _services.GetRequiredService<WebSocketConnections>();
    }

    public IServiceProvider Services => _services;

    public ConnectionDirectory Directory { get; }

    public WebSocketConnections All { get; }

    public CrowdMember Enter(
        string? user = null,
        ConnectionLimits? limits = null,
        PipeOptions? output = null,
        WebSocketDeflateOptions? deflate = null,
        TimeProvider? time = null,
        params ReadOnlySpan<string> groups)
    {
        var transport = new InMemoryTransport(limits, time, output, deflate: deflate).Start();
        var identity = new ClaimsIdentity(user is null ? [] : [new Claim(ClaimTypes.NameIdentifier, user)], "test");
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(identity) };
        var connection = new WebSocketConnection(context, transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance) { Directory = Directory };
        Directory.Enter(connection);
        foreach (string group in groups)
        {
            Assert.True(All.Group(group).Add(connection));
        }

        var member = new CrowdMember(transport, connection);
        _members.Add(member);
        return member;
    }

    public CrowdMember Enter(params ReadOnlySpan<string> groups) => Enter(user: null, groups: groups);

    public async ValueTask DisposeAsync()
    {
        foreach (var member in _members)
        {
            member.Transport.Vanish();
            await Within.Time(member.Connection.CloseAsync());
            Directory.Leave(member.Connection);
        }

        await _services.DisposeAsync();
    }
}
