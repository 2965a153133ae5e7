using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Upwire.CompilerServices;

/// <summary>
/// The endpoints that one call of <c>MapUpwire</c> maps. They are built once, where ASP.NET Core's own groups build theirs anew for
/// each who asks: when the application starts, they are checked, and then matched.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointModule : IEndpointRouteBuilder, IEndpointConventionBuilder
{
    private static readonly RoutePattern NoPrefix = RoutePatternFactory.Parse("");

    private readonly IEndpointRouteBuilder _outer;
    private readonly Action<IEndpointRouteBuilder> _map;
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finally = [];
    private List<EndpointDataSource> _sources = [];
    private IReadOnlyList<Endpoint>? _endpoints;
    private ConfigurationReloadToken _change = new();

    internal EndpointModule(IEndpointRouteBuilder outer, Action<IEndpointRouteBuilder> map)
    {
        _outer = outer;
        _map = map;
        map(this);
        outer.DataSources.Add(new Source(this));
    }

    /// <inheritdoc/>
    public IServiceProvider ServiceProvider => _outer.ServiceProvider;

    /// <inheritdoc/>
    public ICollection<EndpointDataSource> DataSources => _sources;

    /// <summary>The endpoints, without what a group around them adds.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => _endpoints ??= _conventions.Count + _finally.Count == 0
        ? [.. _sources.SelectMany(static source => source.Endpoints)]
        : Build(new RouteGroupContext { Prefix = NoPrefix, ApplicationServices = ServiceProvider });

    /// <inheritdoc/>
    public IApplicationBuilder CreateApplicationBuilder() => _outer.CreateApplicationBuilder();

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        _conventions.Add(convention);
        _endpoints = null;
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        _finally.Add(finallyConvention);
        _endpoints = null;
    }

    /// <summary>Maps the endpoints anew, as the code is now, and tells the router. Where that fails, the earlier ones stay.</summary>
    internal void Remap()
    {
        var earlier = _sources;
        try
        {
            _sources = [];
            _endpoints = null;
            _map(this);
            _ = Endpoints;
        }
        catch
        {
            _sources = earlier;
            _endpoints = null;
            throw;
        }

        Interlocked.Exchange(ref _change, new()).OnReload();
    }

    // Outer conventions come first, and have the last word.
    private Endpoint[] Build(RouteGroupContext group)
    {
        var context = new RouteGroupContext
        {
            Prefix = group.Prefix,
            ApplicationServices = group.ApplicationServices,
            Conventions = [.. group.Conventions, .. _conventions],
            FinallyConventions = [.. _finally, .. group.FinallyConventions],
        };

        return [.. _sources.SelectMany(source => source.GetGroupedEndpoints(context))];
    }

    private sealed class Source(EndpointModule module) : EndpointDataSource
    {
        public override IReadOnlyList<Endpoint> Endpoints => module.Endpoints;

        public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) => module.Build(context);

        public override IChangeToken GetChangeToken() => module._change;
    }
}
