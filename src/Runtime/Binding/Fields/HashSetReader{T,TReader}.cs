using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Reads a set, as <see cref="ListReader{T, TReader}"/> reads a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TReader">The reader of an item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HashSetReader<T, TReader> : IFieldReader<HashSet<T>>
    where TReader : struct, IFieldReader<T>
{
    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => ListReader<T, TReader>.IsPresent(path);

    /// <inheritdoc/>
    public static HashSet<T> Read(ref ParameterBinder binder, FieldPath path) => [.. ListReader<T, TReader>.Read(ref binder, path)];
}
