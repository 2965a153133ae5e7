using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Reads a value into its nullable form.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TReader">The reader of the value itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReader<T, TReader> : IFieldReader<T?>
    where T : struct
    where TReader : struct, IFieldReader<T>
{
    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => TReader.IsPresent(path);

    /// <inheritdoc/>
    public static T? Read(ref ParameterBinder binder, FieldPath path) => TReader.IsPresent(path) ? TReader.Read(ref binder, path) : null;
}
