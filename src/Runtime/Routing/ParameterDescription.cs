using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>What an API description says of a parameter that is bound from the request.</summary>
/// <param name="position">The parameter's place among those of the method, from 0.</param>
/// <param name="source">Where its value is looked for.</param>
/// <param name="name">The name that the client knows it by.</param>
/// <param name="isOptional">Whether a request may leave it out.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares them.
public readonly struct ParameterDescription(int position, ParameterSource source, string name, bool isOptional)
#pragma warning restore CA1815
{
    internal int Position => position;

    internal ParameterSource Source => source;

    internal string Name => name;

    internal bool IsOptional => isOptional;
}
