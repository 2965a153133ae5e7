namespace Upwire;

/// <summary>What groups, users and connections may be called.</summary>
internal static class RecipientName
{
    // Names are parts of the channels of a backplane, and of each message that crosses it.
    public const int MaxLength = 256;

    public static string Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Length <= MaxLength
            ? name
            : throw new ArgumentException($"A name has {MaxLength} characters at most; this one has {name.Length}.", nameof(name));
    }
}
