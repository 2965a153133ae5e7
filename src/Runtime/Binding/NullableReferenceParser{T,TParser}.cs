using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Upwire.CompilerServices;

/// <summary>Parses an element of an array that may be null: an empty text is.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TParser">The parser of the value itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReferenceParser<T, TParser> : IValueParser<T?>
    where T : class
    where TParser : struct, IValueParser<T>
{
    /// <inheritdoc/>
    public static string Expected => TParser.Expected;

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out T? value)
    {
        value = null;
        return (text.Length == 0 && !TParser.AcceptsEmpty) || TParser.TryParse(text, out value);
    }
}
