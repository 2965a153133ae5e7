using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the look-up of a service in the request's scope.</summary>
internal static class ServiceEmitter
{
    /// <summary>Tells of the services that an endpoint cannot do without, so that what is missing is found before a request finds it.</summary>
    public static void EmitRequirements(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint, EndpointArguments arguments)
    {
        var needed = arguments.All
            .SelectMany(static argument => argument.Leaves)
            .Select(static leaf => leaf.Binding)
            .OfType<ParameterBinding.Service>()
            .Select(static binding => binding.Model);

        foreach (var service in (endpoint.NeedsController(type) ? type.Constructor.Concat(needed) : needed).Where(static service => service.Fallback is null).Distinct())
        {
            writer.Line($"endpoint.RequireService(typeof({service.TypeExpression}){(service.Key is null ? "" : $", {service.Key}")});");
        }
    }

    public static string Resolve(ServiceModel service)
    {
        string type = service.Key is null ? "ServiceProviderServiceExtensions" : "ServiceProviderKeyedServiceExtensions";
        string method = (service.Fallback is null ? "GetRequired" : "Get") + (service.Key is null ? "Service" : "KeyedService");
        string key = service.Key is null ? "" : $", {service.Key}";
        string fallback = service.Fallback is null or "null" ? "" : $" ?? {service.Fallback}";
        return $"global::Microsoft.Extensions.DependencyInjection.{type}.{method}<{service.TypeExpression}>(context.RequestServices{key}){fallback}";
    }
}
