namespace Upwire.Generators.Models;

/// <summary>Names of which no two are the same: the second one gets a number.</summary>
internal sealed class UniqueNames(StringComparer comparer, params string[] reserved)
{
    private readonly HashSet<string> _used = new(reserved, comparer);

    public string Add(string name)
    {
        string unique = name;
        for (int number = 2; !_used.Add(unique); number++)
        {
            unique = $"{name}{number}";
        }

        return unique;
    }
}
