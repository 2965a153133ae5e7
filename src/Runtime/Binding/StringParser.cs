using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Upwire.CompilerServices;

/// <summary>Takes a text as it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringParser : IValueParser<string>
{
    /// <inheritdoc/>
    public static string Expected => "a text";

    /// <inheritdoc/>
    public static bool AcceptsEmpty => true;

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return true;
    }
}
