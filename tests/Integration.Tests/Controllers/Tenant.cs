using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>A type of a parameter that tells of the parameter, and of the endpoint.</summary>
public sealed record Tenant(string Name) : IEndpointParameterMetadataProvider, IEndpointMetadataProvider
{
    public static bool TryParse(string text, out Tenant tenant)
    {
        tenant = new(text);
        return true;
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new TagsAttribute($"{parameter.Name} of {parameter.Member.Name}"));

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new TagsAttribute(method.Name));
}
