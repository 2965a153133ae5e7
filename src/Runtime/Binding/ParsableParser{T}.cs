using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Upwire.CompilerServices;

/// <summary>Parses a type that knows how to parse itself.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParsableParser<T> : IValueParser<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public static string Expected => ValueDescription.Of(typeof(T));

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out T value) =>
        T.TryParse(text, CultureInfo.InvariantCulture, out value);
}
