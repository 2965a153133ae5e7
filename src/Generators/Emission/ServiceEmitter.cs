using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the look-up of a service in the request's scope.</summary>
internal static class ServiceEmitter
{
    public static string Resolve(ServiceModel service)
    {
        string type = service.Key is null ? "ServiceProviderServiceExtensions" : "ServiceProviderKeyedServiceExtensions";
        string method = (service.Fallback is null ? "GetRequired" : "Get") + (service.Key is null ? "Service" : "KeyedService");
        string key = service.Key is null ? "" : $", {service.Key}";
        string fallback = service.Fallback is null or "null" ? "" : $" ?? {service.Fallback}";
        return $"global::Microsoft.Extensions.DependencyInjection.{type}.{method}<{service.TypeExpression}>(context.RequestServices{key}){fallback}";
    }
}
