using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>An application that checks no anti-forgery tokens.</summary>
public sealed class UnguardedFormsApp : UpwireApp
{
    protected override void Configure(WebApplication app) => app.MapGroup("").DisableAntiforgery().MapUpwire();
}
