using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Not registered: constructed with what is known of the endpoint.</summary>
public sealed class RouteFilter(EndpointFilterFactoryContext context) : TraceFilter(context.MethodInfo.Name);
