namespace Upwire.Integration.Tests.Controllers;

public sealed record Words(string[] All);
