namespace Upwire.Integration.Tests.Controllers;

/// <summary>Not registered: constructed with a service of the request.</summary>
public sealed class GreetingFilter(IGreeter greeter) : TraceFilter(greeter.GetType().Name);
