using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/tenants")]
public static class TenantController
{
    [HttpGet("/one")]
    public static string One(Tenant tenant) => tenant.Name;

    [HttpGet("/part")]
    public static string Part(int number, [AsParameters] Pair pair) => $"{number}{pair.Left?.Name}";

    public sealed record Pair(Tenant? Left);
}
