using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that checks no anti-forgery tokens.</summary>
public sealed class UnguardedFormsApp : AppDefinition
{
    protected override void Configure(WebApplication app) => app.MapGroup("").DisableAntiforgery().MapUpwire();
}
