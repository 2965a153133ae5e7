namespace Upwire.Generators.Models;

/// <summary>The endpoints that the attributes of one kind make of one method.</summary>
/// <param name="Controller">The method's class.</param>
/// <param name="MemberIndex">The method's place among the members of the class, by which endpoints are ordered.</param>
/// <param name="Endpoints">One for each attribute.</param>
internal sealed record MethodEndpointsModel(ControllerTypeModel Controller, int MemberIndex, EquatableArray<EndpointModel> Endpoints);
