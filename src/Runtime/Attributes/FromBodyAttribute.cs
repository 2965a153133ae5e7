using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value is the request body, read as JSON.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromBodyAttribute : Attribute, IFromBodyMetadata
{
    /// <summary>Whether a request without a body is accepted; the parameter is then its default value.</summary>
    public bool AllowEmpty { get; set; }
}
