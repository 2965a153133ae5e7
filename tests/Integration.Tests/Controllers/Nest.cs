namespace Upwire.Integration.Tests.Controllers;

public sealed record Nest(Nest? Inner, object? Any = null);
