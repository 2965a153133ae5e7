using System.Collections.ObjectModel;

namespace Upwire;

/// <summary>What others may know of a connection.</summary>
internal static class MemberData
{
    // It crosses to other servers for each member of a group at once.
    public const int MaxLength = 4_096;

    public static ReadOnlyDictionary<string, string> Empty => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Copies what an application sets, so that nothing changes while it is on its way to others.</summary>
    public static ReadOnlyDictionary<string, string> Copy(IReadOnlyDictionary<string, string> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var copy = new Dictionary<string, string>(data.Count, StringComparer.Ordinal);
        int length = 0;
        foreach (var (name, value) in data)
        {
            copy[name] = value ?? throw new ArgumentException($"The value of '{name}' is null.", nameof(data));
            length += name.Length + value.Length;
        }

        return length <= MaxLength
            ? copy.AsReadOnly()
            : throw new ArgumentException($"Names and values have {MaxLength} characters at most, all together; these have {length}.", nameof(data));
    }

    public static bool AreEqual(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        ReferenceEquals(one, other)
        || (one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out string? value) && value == entry.Value));
}
