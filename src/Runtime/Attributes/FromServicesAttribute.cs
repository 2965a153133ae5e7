using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>The parameter's value is a service of the request's scope.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute, IFromServiceMetadata;
