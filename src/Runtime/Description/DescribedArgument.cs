using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>A parameter of the user's method.</summary>
internal sealed class DescribedArgument(int position, ParameterSource source, string name, bool isOptional, bool isText)
    : DescribedParameter(source, name, isOptional, isText), IHandlerMetadata
{
    private MethodInfo? _handler;

    public void Populate(MethodInfo handler, EndpointBuilder endpoint)
    {
        _handler = handler;
        endpoint.Metadata.Add(this);
    }

    protected override ParameterInfo Find() => _handler!.GetParameters()[position];
}
