namespace Upwire.Generators.Models;

/// <summary>A class with endpoints: what one generated file is made of.</summary>
internal sealed record ControllerModel(ControllerTypeModel Type, EquatableArray<EndpointModel> Endpoints);
