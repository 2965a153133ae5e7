using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>A parameter as ASP.NET Core's ApiExplorer, and so OpenAPI, wants it described. Reflection is asked only when somebody wants that.</summary>
internal abstract class DescribedParameter(ParameterSource source, string name, bool isOptional, bool isText) : IParameterBindingMetadata
{
    public ParameterSource Source => source;

    public string Name => name;

    public bool HasTryParse => isText;

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => field ??= Find();

    public bool IsOptional => isOptional;

    protected abstract ParameterInfo Find();
}
