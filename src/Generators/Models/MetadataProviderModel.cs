namespace Upwire.Generators.Models;

/// <summary>The type of a parameter that tells of itself what it means for the endpoint.</summary>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="TellsOfParameter">Whether it is an <c>IEndpointParameterMetadataProvider</c>.</param>
/// <param name="TellsOfEndpoint">Whether it is an <c>IEndpointMetadataProvider</c>.</param>
internal sealed record MetadataProviderModel(string Type, bool TellsOfParameter, bool TellsOfEndpoint);
