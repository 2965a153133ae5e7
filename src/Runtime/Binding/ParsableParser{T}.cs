using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

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
    public static bool TryParse(string text, [MaybeNullWhen(false)] out T value)
    {
        // As minimal APIs read them: the server's time zone must not change what a request means. IParsable<T> would take a
        // time with an offset to the local zone, and one without for a time there. Each branch is settled when T is compiled.
        if (typeof(T) == typeof(DateTime))
        {
            bool isMoment = DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment);
            value = Unsafe.As<DateTime, T>(ref moment);
            return isMoment;
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            bool isMoment = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment);
            value = Unsafe.As<DateTimeOffset, T>(ref moment);
            return isMoment;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
