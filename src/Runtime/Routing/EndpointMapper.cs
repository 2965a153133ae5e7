using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire.CompilerServices;

/// <summary>Registers the endpoints of generated code with ASP.NET Core's routing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointMapper
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps all endpoints that one call of <c>MapUpwire</c> maps.</summary>
    /// <param name="endpoints">Where the application maps them.</param>
    /// <param name="map">Maps them; called again when a hot reload has changed the code.</param>
    /// <returns>The module; conventions added to it apply to every endpoint.</returns>
    /// <exception cref="InvalidOperationException"><c>AddUpwire</c> was not called.</exception>
    public static EndpointModule MapModule(IEndpointRouteBuilder endpoints, Action<IEndpointRouteBuilder> map)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(map);
        var modules = endpoints.ServiceProvider.GetService<MappedModules>()
            ?? throw new InvalidOperationException(
                "MapUpwire() needs Upwire's services. Call builder.Services.AddUpwire() before the application is built.");

        var module = new EndpointModule(endpoints, map);
        modules.Add(module);
        HotReload.Register(module);
        return module;
    }

    /// <summary>Makes the route constraint <c>regex</c> known, which slim applications leave out for their size: called where a template has it.</summary>
    /// <param name="endpoints">The module.</param>
    public static void UseRegexConstraint(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.ServiceProvider.GetRequiredService<IOptions<RouteOptions>>().Value.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
    }

    /// <summary>Tells of the types that descriptions of the endpoints show.</summary>
    /// <param name="endpoints">The module.</param>
    /// <param name="types">Makes them, when something is described.</param>
    public static void UseDescribedTypes(IEndpointRouteBuilder endpoints, Func<DescribedType[]> types)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.ServiceProvider.GetRequiredService<DescribedTypes>().Add(types);
    }

    /// <summary>Maps a method that answers HTTP requests.</summary>
    /// <param name="endpoints">The module.</param>
    /// <param name="httpMethod">The HTTP method. What answers GET answers HEAD as well.</param>
    /// <param name="pattern">The route pattern, in ASP.NET Core's syntax.</param>
    /// <param name="handler">The user's method.</param>
    /// <param name="metadata">What the method's signature tells, then the attributes of the controller, then the filters of the method.</param>
    /// <param name="createRequestDelegate">Makes the endpoint's request delegate, once, when the endpoint is built.</param>
    public static void MapHttp(
        IEndpointRouteBuilder endpoints,
        string httpMethod,
        string pattern,
        MethodInfo handler,
        object[] metadata,
        Func<EndpointContext, RequestDelegate> createRequestDelegate) =>
        Map(endpoints, HttpMethods.IsGet(httpMethod) ? GetAndHead : [httpMethod], pattern, handler, EndpointKind.Http, metadata, createRequestDelegate);

    /// <summary>Maps a method that takes WebSocket connections.</summary>
    /// <param name="endpoints">The module.</param>
    /// <param name="pattern">The route pattern, in ASP.NET Core's syntax.</param>
    /// <param name="handler">The user's method.</param>
    /// <param name="metadata">The attributes of the controller, then the filters of the method.</param>
    /// <param name="createRequestDelegate">Makes the endpoint's request delegate, once, when the endpoint is built.</param>
    public static void MapWebSocket(
        IEndpointRouteBuilder endpoints,
        string pattern,
        MethodInfo handler,
        object[] metadata,
        Func<EndpointContext, RequestDelegate> createRequestDelegate) =>
        // Of any method, so that the handshake itself says which one is right. Nor is it one of the API's operations, as
        // descriptions of it (OpenAPI) would make of an endpoint with methods.
        Map(endpoints, httpMethods: null, pattern, handler, EndpointKind.WebSocket, metadata, createRequestDelegate);

    // The method's own attributes are added by ASP.NET Core, from the MethodInfo, after these.
    private static void Map(
        IEndpointRouteBuilder endpoints,
        string[]? httpMethods,
        string pattern,
        MethodInfo handler,
        EndpointKind kind,
        object[] metadata,
        Func<EndpointContext, RequestDelegate> createRequestDelegate) =>
        RouteHandlerServices.Map(
            endpoints,
            pattern,
            createRequestDelegate,
            httpMethods,
            (method, options) => AddMetadata(method, options!.EndpointBuilder!, kind, metadata),
            (factory, options, result) =>
            {
                var handle = Create((Func<EndpointContext, RequestDelegate>)factory, new EndpointContext(options, metadata));
                bool answersHead = httpMethods is not null && httpMethods.Contains(HttpMethods.Head);
                return new RequestDelegateResult(answersHead ? HeadResponse.WithoutBody(handle) : handle, result!.EndpointMetadata);
            },
            handler).Finally(NameRoute);

    // Two things have a name: the endpoint, and for CreatedAtRoute and its like the route. WithName() gives both, [EndpointName] the first alone.
    private static void NameRoute(EndpointBuilder endpoint)
    {
        string? name = null;
        foreach (object item in endpoint.Metadata)
        {
            if (item is IRouteNameMetadata)
            {
                return;
            }

            name = item is IEndpointNameMetadata named ? named.EndpointName : name;
        }

        if (name is not null)
        {
            endpoint.Metadata.Add(new RouteNameMetadata(name));
        }
    }

    // What is missing was reported, and ends the start of the application: nobody calls what comes of it.
    private static RequestDelegate Create(Func<EndpointContext, RequestDelegate> create, EndpointContext context)
    {
        try
        {
            return create(context);
        }
        catch (Exception) when (context.HasProblems)
        {
            return static _ => Task.CompletedTask;
        }
    }

    private static RequestDelegateMetadataResult AddMetadata(MethodInfo method, EndpointBuilder endpoint, EndpointKind kind, object[] metadata)
    {
        endpoint.Metadata.Add(kind);
        foreach (object item in metadata)
        {
            if (item is IHandlerMetadata ofHandler)
            {
                ofHandler.Populate(method, endpoint);
            }
            else if (item is not FilterAttribute)
            {
                endpoint.Metadata.Add(item);
            }
        }

        return new RequestDelegateMetadataResult { EndpointMetadata = endpoint.Metadata.AsReadOnly() };
    }
}
