using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Upwire.CompilerServices;

/// <summary>Parses a value into its nullable form: an empty text is null.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TParser">The parser of the value itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableParser<T, TParser> : IValueParser<T?>
    where T : struct
    where TParser : struct, IValueParser<T>
{
    /// <inheritdoc/>
    public static string Expected => TParser.Expected;

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out T? value)
    {
        value = null;
        if (text.Length == 0 && !TParser.AcceptsEmpty)
        {
            return true;
        }

        bool parsed = TParser.TryParse(text, out var inner);
        value = inner;
        return parsed;
    }
}
