using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Upwire.CompilerServices;

/// <summary>The fields of a form or a query, and which of their names begin alike. Names are compared whatever the case, as ASP.NET Core does.</summary>
internal sealed class FieldSet
{
    private readonly IQueryCollection? _query;
    private readonly IFormCollection? _form;
    private string[]? _sortedNames;

    public FieldSet(IQueryCollection query, FieldLimits limits)
    {
        _query = query;
        Limits = limits;
        Source = ParameterSource.Query;
    }

    public FieldSet(IFormCollection form, FieldLimits limits)
    {
        _form = form;
        Limits = limits;
        Source = ParameterSource.Form;
    }

    public ParameterSource Source { get; }

    public FieldLimits Limits { get; }

    public IFormFileCollection? Files => _form?.Files;

    // Found by halving: a hostile request may have thousands of fields, and ask of each what is under it.
    private string[] SortedNames => _sortedNames ??= Sort();

    public StringValues Values(string name) => _query is null ? _form![name] : _query[name];

    public bool Has(string name) => _query is null ? _form!.ContainsKey(name) || _form.Files.GetFile(name) is not null : _query.ContainsKey(name);

    /// <summary>Whether a name begins with a prefix and then a character.</summary>
    public bool HasUnder(string prefix, char next)
    {
        int index = FindFirst(prefix, next);
        return index < SortedNames.Length && Compare(SortedNames[index], prefix, next) == 0;
    }

    public IReadOnlyList<string> FindEntries(string prefix)
    {
        var entries = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = FindFirst(prefix, '['); i < SortedNames.Length && Compare(SortedNames[i], prefix, '[') == 0; i++)
        {
            string name = SortedNames[i];
            int start = prefix.Length + 1;
            int end = name.IndexOf(']', start);
            if (end > start && seen.Add(name[start..end]))
            {
                entries.Add(name[start..end]);
            }
        }

        return entries;
    }

    private string[] Sort()
    {
        string[] names = _query is null ? [.. _form!.Keys, .. FileNames(_form.Files)] : [.. _query.Keys];
        Array.Sort(names, StringComparer.OrdinalIgnoreCase);
        return names;
    }

    private static IEnumerable<string> FileNames(IFormFileCollection files)
    {
        foreach (var file in files)
        {
            yield return file.Name;
        }
    }

    private int FindFirst(string prefix, char next)
    {
        int low = 0;
        int high = SortedNames.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Compare(SortedNames[middle], prefix, next) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // The order of a name against all that begins with the prefix and the character: 0 if it does.
    private static int Compare(string name, string prefix, char next)
    {
        int shared = Math.Min(name.Length, prefix.Length);
        int order = name.AsSpan(0, shared).CompareTo(prefix.AsSpan(0, shared), StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order
            : name.Length <= prefix.Length ? -1
            : name.AsSpan(prefix.Length, 1).CompareTo([next], StringComparison.OrdinalIgnoreCase);
    }
}
