using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Upwire.CompilerServices;

/// <summary>Where in the fields of a form or a query a value is: <c>address.street</c>, <c>items[0].name</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FieldPath
{
    private readonly FieldSet _fields;

    internal FieldPath(FieldSet fields, string key = "", int depth = 0)
    {
        _fields = fields;
        Key = key;
        Depth = depth;
    }

    /// <summary>The name of the field that has the value, or that those of its parts begin with.</summary>
    public string Key { get; }

    internal int Depth { get; }

    internal ParameterSource Source => _fields.Source;

    internal FieldLimits Limits => _fields.Limits;

    internal StringValues Values => _fields.Values(Key);

    internal IFormFileCollection? Files => _fields.Files;

    internal bool HasAnything => _fields.Has(Key) || HasUnder('.') || HasUnder('[');

    /// <summary>The fields that are written as one of several: <c>name[]</c>.</summary>
    internal FieldPath Repeated => new(_fields, Key + "[]", Depth);

    /// <summary>The path of a member.</summary>
    /// <param name="name">The member's name in the request.</param>
    /// <returns>The path.</returns>
    public FieldPath Member(string name) => new(_fields, Key.Length == 0 ? name : $"{Key}.{name}", Depth + 1);

    /// <summary>Whether the request has a field of one of the names, or one whose name begins with one of them.</summary>
    /// <param name="members">The names of the members.</param>
    /// <returns>Whether it has.</returns>
    public bool HasAny(ReadOnlySpan<string> members)
    {
        foreach (string member in members)
        {
            if (Member(member).HasAnything)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name begins with the path and then a character.</summary>
    internal bool HasUnder(char next) => _fields.HasUnder(Key, next);

    internal FieldPath Item(int index) => Entry(index.ToString(CultureInfo.InvariantCulture));

    internal FieldPath Entry(string key) => new(_fields, $"{Key}[{key}]", Depth + 1);

    /// <summary>What stands in brackets behind the path, each once: the indexes of items, the keys of entries.</summary>
    internal IReadOnlyList<string> FindEntries() => _fields.FindEntries(Key);

    /// <summary>The indexes of the items, in order. What is no index, or one too many, is added to the binder's failures.</summary>
    internal IReadOnlyCollection<int> FindIndexes(ref ParameterBinder binder)
    {
        var indexes = new SortedSet<int>();
        foreach (string entry in FindEntries())
        {
            if (int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index.ToString(CultureInfo.InvariantCulture) == entry)
            {
                indexes.Add(index);
            }
            else
            {
                binder.Add(BindingFailure.NoIndex(Source, Key, entry));
            }
        }

        if (indexes.Count <= Limits.Items)
        {
            return indexes;
        }

        binder.Add(BindingFailure.TooMany(Source, Key, Limits.Items));
        return [];
    }
}
