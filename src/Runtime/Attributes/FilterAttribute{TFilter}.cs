using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>
/// Puts a filter around the endpoints of the method, or of all methods of the class, like <c>AddEndpointFilter</c> of ASP.NET Core.
/// Filters run in the order in which they are written, those of the class before those of the method, after the parameters were
/// bound and, for a WebSocket, before the upgrade.
/// </summary>
/// <remarks>
/// For each request the filter is taken from the request's services if it is registered there, and else constructed with its
/// constructor's parameters from there; that one may also take the <see cref="EndpointFilterFactoryContext"/>.
/// </remarks>
/// <typeparam name="TFilter">The filter.</typeparam>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class FilterAttribute<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter> : FilterAttribute
    where TFilter : IEndpointFilter
{
    internal override EndpointFilterDelegate Wrap(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        if (context.ApplicationServices.GetService<IServiceProviderIsService>()?.IsService(typeof(TFilter)) == true)
        {
            return invocation => invocation.HttpContext.RequestServices.GetRequiredService<TFilter>().InvokeAsync(invocation, next);
        }

        var (create, arguments) = FindConstructor(context);
        return invocation => create(invocation.HttpContext.RequestServices, arguments).InvokeAsync(invocation, next);
    }

    // As AddEndpointFilter: there is no factory with an argument that a constructor may or may not take.
    private static (ObjectFactory<TFilter> Create, object[] Arguments) FindConstructor(EndpointFilterFactoryContext context)
    {
        try
        {
            return (ActivatorUtilities.CreateFactory<TFilter>([typeof(EndpointFilterFactoryContext)]), [context]);
        }
        catch (InvalidOperationException)
        {
            return (ActivatorUtilities.CreateFactory<TFilter>([]), []);
        }
    }
}
