namespace Upwire.Generators.Models;

/// <summary>A class with endpoints: what one generated file is made of.</summary>
/// <param name="FileName">The file's name without ending: the class's full name, made unique where another differs only in case.</param>
/// <param name="Type">The class itself.</param>
/// <param name="Endpoints">Its endpoints, in the order of their declaration.</param>
internal sealed record ControllerModel(string FileName, ControllerTypeModel Type, EquatableArray<EndpointModel> Endpoints);
