namespace Upwire.Integration.Tests.Controllers;

/// <summary>The feed of the test that runs.</summary>
public sealed class Feeds
{
    public Feed Current { get; private set; } = new();

    public Feed Begin() => Current = new();
}
