namespace Upwire.Integration.Tests.Controllers;

/// <summary>Only the services know what it is constructed with.</summary>
public sealed class RegisteredFilter(string name) : TraceFilter(name);
