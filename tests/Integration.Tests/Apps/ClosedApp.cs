using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application for nobody but its users.</summary>
public sealed class ClosedApp : SecuredApp
{
    protected override void Configure(WebApplication app) => app.MapUpwire().RequireAuthorization();
}
