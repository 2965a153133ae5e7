using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The value comes from the form that the request's body is: a field, a file, or the fields that make an object.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromFormAttribute : Attribute, IFromFormMetadata
{
    /// <summary>The field's name; that of the parameter where it is null.</summary>
    public string? Name { get; set; }
}
