using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace Upwire;

/// <summary>An item in a list of metadata that depends on the user's method.</summary>
internal interface IHandlerMetadata
{
    /// <summary>Adds what it stands for to the endpoint, when that is built.</summary>
    void Populate(MethodInfo handler, EndpointBuilder endpoint);
}
