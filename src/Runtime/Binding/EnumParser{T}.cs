using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Parses an enum by name, whatever the case, and by number.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumParser<T> : IValueParser<T>
    where T : struct, Enum
{
    /// <inheritdoc/>
    public static string Expected => "one of " + string.Join(", ", Enum.GetNames<T>());

    /// <inheritdoc/>
    public static bool TryParse(string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value);
}
