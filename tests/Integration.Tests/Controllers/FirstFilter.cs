namespace Upwire.Integration.Tests.Controllers;

public sealed class FirstFilter() : TraceFilter("first");
