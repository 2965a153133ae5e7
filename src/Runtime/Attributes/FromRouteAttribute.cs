using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value comes from the path.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromRouteAttribute : Attribute, IFromRouteMetadata
{
    /// <summary>The name in the template; the parameter's own name when it is not set.</summary>
    public string? Name { get; set; }
}
