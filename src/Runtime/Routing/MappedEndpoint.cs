using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>
/// An endpoint as generated code maps it. It is built as ASP.NET Core builds those of its route handlers (RouteEndpointDataSource: the
/// same steps, in the same order), but asks reflection for nothing: its attributes have been read at compile time.
/// </summary>
/// <param name="httpMethods">The HTTP methods that it answers; null for any.</param>
/// <param name="pattern">The route pattern, in ASP.NET Core's syntax.</param>
/// <param name="handler">The user's method.</param>
/// <param name="kind">What it answers.</param>
/// <param name="metadata">What the method's signature tells, then the attributes of the controller, then those of the method.</param>
/// <param name="createRequestDelegate">Makes the request delegate.</param>
internal sealed class MappedEndpoint(
    HttpMethodMetadata? httpMethods,
    string pattern,
    MethodInfo handler,
    EndpointKind kind,
    object[] metadata,
    Func<EndpointContext, RequestDelegate> createRequestDelegate)
{
    private readonly RoutePattern _pattern = RoutePatternFactory.Parse(pattern);

    /// <summary>Builds it.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="prefix">The pattern of the groups around it; null without one.</param>
    /// <param name="conventions">What changes it before its own metadata, which then has the last word.</param>
    /// <param name="finallyConventions">What changes it at the end.</param>
    public Endpoint Build(
        IServiceProvider services,
        RoutePattern? prefix,
        IReadOnlyList<Action<EndpointBuilder>> conventions,
        IReadOnlyList<Action<EndpointBuilder>> finallyConventions)
    {
        // Conventions may put something around what is made only after them.
        RequestDelegate? created = null;
        RequestDelegate handle = context => created!(context);

        var fullPattern = prefix is null ? _pattern : RoutePatternFactory.Combine(prefix, _pattern);
        var endpoint = new RouteEndpointBuilder(handle, fullPattern, order: 0)
        {
            DisplayName = httpMethods is null
                ? $"{fullPattern.RawText} => {handler.Name}"
                : $"HTTP: {string.Join(", ", httpMethods.HttpMethods)} {fullPattern.RawText} => {handler.Name}",
            ApplicationServices = services,
        };

        endpoint.Metadata.Add(handler);
        if (httpMethods is not null)
        {
            endpoint.Metadata.Add(httpMethods);
        }

        Apply(conventions, endpoint);
        AddMetadata(endpoint);
        created = CreateRequestDelegate(endpoint);
        if (ReferenceEquals(endpoint.RequestDelegate, handle))
        {
            endpoint.RequestDelegate = created;
        }

        NameRoute(endpoint);
        Apply(finallyConventions, endpoint);
        return endpoint.Build();
    }

    private static void Apply(IReadOnlyList<Action<EndpointBuilder>> conventions, EndpointBuilder endpoint)
    {
        foreach (var convention in conventions)
        {
            convention(endpoint);
        }
    }

    private void AddMetadata(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(kind);
        foreach (object item in metadata)
        {
            if (item is IHandlerMetadata ofHandler)
            {
                ofHandler.Populate(handler, endpoint);
            }
            else if (item is not FilterAttribute)
            {
                endpoint.Metadata.Add(item);
            }
        }
    }

    private RequestDelegate CreateRequestDelegate(EndpointBuilder endpoint)
    {
        var context = new EndpointContext(endpoint, handler, metadata);
        try
        {
            var handle = createRequestDelegate(context);
            return httpMethods is not null && httpMethods.HttpMethods.Contains(HttpMethods.Head) ? HeadResponse.WithoutBody(handle) : handle;
        }
        catch (Exception) when (context.HasProblems)
        {
            // What is missing was reported, and ends the start of the application: nobody calls what comes of it.
            return static _ => Task.CompletedTask;
        }
    }

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
}
