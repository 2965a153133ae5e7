using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value comes from the query string.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromQueryAttribute : Attribute, IFromQueryMetadata
{
    /// <summary>The key in the query string; the parameter's own name when it is not set.</summary>
    public string? Name { get; set; }
}
