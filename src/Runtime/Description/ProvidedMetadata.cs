using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace Upwire;

/// <summary>What a type provides as metadata.</summary>
internal sealed class ProvidedMetadata(Action<MethodInfo, EndpointBuilder> populate) : IHandlerMetadata
{
    public void Populate(MethodInfo handler, EndpointBuilder endpoint) => populate(handler, endpoint);
}
