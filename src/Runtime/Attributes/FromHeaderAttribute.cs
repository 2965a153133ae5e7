using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value comes from a request header.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromHeaderAttribute : Attribute, IFromHeaderMetadata
{
    /// <summary>The header's name; the parameter's own name when it is not set.</summary>
    public string? Name { get; set; }
}
