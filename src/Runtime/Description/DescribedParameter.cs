using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>A parameter as ASP.NET Core's ApiExplorer, and so OpenAPI, wants it described. Reflection is asked only when somebody wants that.</summary>
internal abstract class DescribedParameter(ParameterSource source, string name, bool isOptional, bool isText) : IParameterBindingMetadata
{
    public ParameterSource Source => source;

    public string Name => name;

    /// <summary>Whether one text makes it.</summary>
    public bool IsText => isText;

    // What is a field of a form has a name there, which OpenAPI gives only to what it takes for a text.
    public bool HasTryParse => isText || (source == ParameterSource.Form && ParameterInfo.ParameterType != typeof(IFormCollection));

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => field ??= Find();

    public bool IsOptional => isOptional;

    protected abstract ParameterInfo Find();
}
