using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace Upwire;

/// <summary>A place in a list of metadata that is filled when the endpoint is built.</summary>
/// <param name="populate">Adds the metadata, for the user's method, to the endpoint.</param>
internal sealed class ProvidedMetadata(Action<MethodInfo, EndpointBuilder> populate)
{
    public void Populate(MethodInfo method, EndpointBuilder endpoint) => populate(method, endpoint);
}
