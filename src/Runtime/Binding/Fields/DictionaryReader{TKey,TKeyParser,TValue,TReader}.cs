using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Reads a dictionary of the fields with a key in brackets: <c>labels[color]=red</c>.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TKeyParser">How a text becomes a key.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TReader">The reader of a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryReader<TKey, TKeyParser, TValue, TReader> : IFieldReader<Dictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyParser : struct, IValueParser<TKey>
    where TReader : struct, IFieldReader<TValue>
{
    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => path.HasUnder('[');

    /// <inheritdoc/>
    public static Dictionary<TKey, TValue> Read(ref ParameterBinder binder, FieldPath path)
    {
        var entries = path.FindEntries();
        if (entries.Count > path.Limits.Items)
        {
            binder.Add(BindingFailure.TooMany(path.Source, path.Key, path.Limits.Items));
            return [];
        }

        var dictionary = new Dictionary<TKey, TValue>(entries.Count);
        foreach (string entry in entries)
        {
            var place = path.Entry(entry);
            var key = binder.Parse<TKey, TKeyParser>(path.Source, place.Key, entry);
            var value = binder.Read<TValue, TReader>(place);
            if (key is not null)
            {
                dictionary[key] = value;
            }
        }

        return dictionary;
    }
}
