using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that maps its endpoints behind a prefix.</summary>
public sealed class GroupedApp : AppDefinition
{
    protected override void Configure(WebApplication app) => app.MapGroup("/v1").MapUpwire();
}
