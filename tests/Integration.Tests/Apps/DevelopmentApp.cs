using Microsoft.Extensions.Hosting;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application on its developer's machine.</summary>
public sealed class DevelopmentApp : AppDefinition
{
    public override string Environment => Environments.Development;
}
