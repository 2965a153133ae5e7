namespace Upwire.Generators.Models;

/// <summary>A class with endpoints: what one generated file is made of.</summary>
/// <param name="FileName">The generated file's name, of which no other differs by the case alone.</param>
/// <param name="ClassName">The generated class's name.</param>
/// <param name="Type">The class itself.</param>
/// <param name="Endpoints">Its endpoints, in the order of its members.</param>
internal sealed record ControllerModel(string FileName, string ClassName, ControllerTypeModel Type, EquatableArray<EndpointModel> Endpoints);
