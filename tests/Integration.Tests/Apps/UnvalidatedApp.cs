using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that does not ask annotations.</summary>
public sealed class UnvalidatedApp : ServicesApp
{
    protected override void Configure(WebApplication app) => app.MapUpwire().DisableValidation();
}
