using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Upwire.CompilerServices;

/// <summary>
/// The endpoints that one call of <c>MapUpwire</c> maps: generated code maps each of them here. They are built once, where ASP.NET Core
/// builds its own anew for each who asks: when the application starts, they are checked, and then matched.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointModule : IEndpointConventionBuilder
{
    private static readonly HttpMethodMetadata GetAndHead = new([HttpMethods.Get, HttpMethods.Head]);

    private readonly Action<EndpointModule> _map;
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly List<Action<EndpointBuilder>> _finally = [];
    private List<MappedEndpoint> _mapped = [];
    private IReadOnlyList<Endpoint>? _endpoints;
    private ConfigurationReloadToken _change = new();

    private EndpointModule(IServiceProvider services, Action<EndpointModule> map)
    {
        Services = services;
        _map = map;
        map(this);
    }

    internal IServiceProvider Services { get; }

    /// <summary>The endpoints, without what a group around them adds.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => _endpoints ??= Build(prefix: null, _conventions, _finally);

    /// <summary>Maps all endpoints that one call of <c>MapUpwire</c> maps.</summary>
    /// <param name="endpoints">Where the application maps them.</param>
    /// <param name="map">Maps them; called again when a hot reload has changed the code.</param>
    /// <returns>The module; conventions added to it apply to every endpoint.</returns>
    /// <exception cref="InvalidOperationException"><c>AddUpwire</c> was not called.</exception>
    public static EndpointModule Map(IEndpointRouteBuilder endpoints, Action<EndpointModule> map)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(map);
        var modules = endpoints.ServiceProvider.GetService<MappedModules>()
            ?? throw new InvalidOperationException(
                "MapUpwire() needs Upwire's services. Call builder.Services.AddUpwire() before the application is built.");

        var module = new EndpointModule(endpoints.ServiceProvider, map);
        endpoints.DataSources.Add(new Source(module));
        modules.Add(module);
        HotReload.Register(module);
        return module;
    }

    /// <summary>Makes the route constraint <c>regex</c> known, which slim applications leave out for their size: called where a template has it.</summary>
    public void UseRegexConstraint() =>
        Services.GetRequiredService<IOptions<RouteOptions>>().Value.SetParameterPolicy<RegexInlineRouteConstraint>("regex");

    /// <summary>Tells of the types that descriptions of the endpoints show.</summary>
    /// <param name="types">Makes them, when something is described.</param>
    public void UseDescribedTypes(Func<DescribedType[]> types) => Services.GetRequiredService<DescribedTypes>().Add(types);

    /// <summary>Maps a method that answers HTTP requests.</summary>
    /// <param name="httpMethod">The HTTP method. What answers GET answers HEAD as well.</param>
    /// <param name="pattern">The route pattern, in ASP.NET Core's syntax.</param>
    /// <param name="handler">The user's method.</param>
    /// <param name="metadata">What the method's signature tells, then the attributes of the controller, then those of the method.</param>
    /// <param name="createRequestDelegate">Makes the endpoint's request delegate, once, when the endpoint is built.</param>
    public void MapHttp(string httpMethod, string pattern, MethodInfo handler, object[] metadata, Func<EndpointContext, RequestDelegate> createRequestDelegate) =>
        _mapped.Add(new(
            HttpMethods.IsGet(httpMethod) ? GetAndHead : new HttpMethodMetadata([httpMethod]),
            pattern,
            handler,
            EndpointKind.Http,
            metadata,
            createRequestDelegate));

    /// <summary>Maps a method that takes WebSocket connections.</summary>
    /// <param name="pattern">The route pattern, in ASP.NET Core's syntax.</param>
    /// <param name="handler">The user's method.</param>
    /// <param name="metadata">The attributes of the controller, then those of the method.</param>
    /// <param name="createRequestDelegate">Makes the endpoint's request delegate, once, when the endpoint is built.</param>
    public void MapWebSocket(string pattern, MethodInfo handler, object[] metadata, Func<EndpointContext, RequestDelegate> createRequestDelegate) =>
        // Of any HTTP method, so that the handshake itself says which one is right. Nor is it one of the API's operations, as
        // descriptions of it (OpenAPI) would make of an endpoint with methods.
        _mapped.Add(new(httpMethods: null, pattern, handler, EndpointKind.WebSocket, metadata, createRequestDelegate));

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
        var earlier = _mapped;
        try
        {
            _mapped = [];
            _endpoints = null;
            _map(this);
            _ = Endpoints;
        }
        catch
        {
            _mapped = earlier;
            _endpoints = null;
            throw;
        }

        Interlocked.Exchange(ref _change, new()).OnReload();
    }

    private Endpoint[] Build(RoutePattern? prefix, IReadOnlyList<Action<EndpointBuilder>> conventions, IReadOnlyList<Action<EndpointBuilder>> finallyConventions) =>
        [.. _mapped.Select(endpoint => endpoint.Build(Services, prefix, conventions, finallyConventions))];

    private sealed class Source(EndpointModule module) : EndpointDataSource
    {
        public override IReadOnlyList<Endpoint> Endpoints => module.Endpoints;

        // Outer conventions come first, and have the last word.
        public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
            module.Build(context.Prefix, [.. context.Conventions, .. module._conventions], [.. module._finally, .. context.FinallyConventions]);

        public override IChangeToken GetChangeToken() => module._change;
    }
}
