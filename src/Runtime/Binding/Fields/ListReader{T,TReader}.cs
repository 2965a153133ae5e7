using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>
/// Reads a list: of fields of one name (<c>tags=a&amp;tags=b</c>, also <c>tags[]=a</c>), or of those with an index
/// (<c>items[0].name=a</c>), in the order of the indexes.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TReader">The reader of an item.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListReader<T, TReader> : IFieldReader<List<T>>
    where TReader : struct, IFieldReader<T>
{
    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => TReader.Count(path) > 0 || path.HasUnder('[');

    /// <inheritdoc/>
    public static List<T> Read(ref ParameterBinder binder, FieldPath path)
    {
        var repeated = TReader.Count(path) > 0 ? path : path.Repeated;
        int count = TReader.Count(repeated);
        if (count > path.Limits.Items)
        {
            binder.Add(BindingFailure.TooMany(path.Source, path.Key, path.Limits.Items));
            return [];
        }

        return count > 0 ? ReadRepeated(ref binder, repeated, count) : ReadIndexed(ref binder, path);
    }

    private static List<T> ReadRepeated(ref ParameterBinder binder, FieldPath path, int count)
    {
        var items = new List<T>(count);
        for (int i = 0; i < count; i++)
        {
            items.Add(TReader.ReadAt(ref binder, path, i));
        }

        return items;
    }

    // Rows that a page took out leave gaps, which are no reason to lose the rows behind them.
    private static List<T> ReadIndexed(ref ParameterBinder binder, FieldPath path)
    {
        var items = new List<T>();
        foreach (int index in path.FindIndexes(ref binder))
        {
            items.Add(binder.Read<T, TReader>(path.Item(index)));
        }

        return items;
    }
}
