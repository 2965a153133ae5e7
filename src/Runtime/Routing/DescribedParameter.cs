using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>A parameter as ASP.NET Core's ApiExplorer, and so OpenAPI, wants it described.</summary>
internal sealed class DescribedParameter(ParameterInfo parameter, ParameterSource source, string name, bool isOptional) : IParameterBindingMetadata
{
    public string Name => name;

    public bool HasTryParse => source != ParameterSource.Body;

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => parameter;

    public bool IsOptional => isOptional;
}
