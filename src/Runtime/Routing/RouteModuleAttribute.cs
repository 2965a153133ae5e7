using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Names the generated type that maps the endpoints of an assembly. Written by the generator, read by that of the application.</summary>
/// <param name="module">The generated type, with a public static method <c>Map(EndpointModule)</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RouteModuleAttribute(Type module) : Attribute
{
    /// <summary>The generated type.</summary>
    public Type Module { get; } = module;
}
