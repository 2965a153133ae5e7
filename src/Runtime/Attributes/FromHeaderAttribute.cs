using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value comes from a request header.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromHeaderAttribute : Attribute, IFromHeaderMetadata
{
    /// <summary>
    /// The header's name. When it is not set, it is the parameter's own, with a hyphen before each hump: <c>userAgent</c> is
    /// <c>User-Agent</c>.
    /// </summary>
    public string? Name { get; set; }
}
