using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value is a service of the request's scope.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromServicesAttribute : Attribute, IFromServiceMetadata;
