using System.ComponentModel;
using Microsoft.Extensions.Primitives;

namespace Upwire.CompilerServices;

/// <summary>Takes the texts of a field as they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringValuesReader : IFieldReader<StringValues>
{
    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => path.Values.Count > 0;

    /// <inheritdoc/>
    public static StringValues Read(ref ParameterBinder binder, FieldPath path) => path.Values;
}
