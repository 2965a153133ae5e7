using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Reads what one field makes.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TParser">How its text becomes a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueReader<T, TParser> : IFieldReader<T>
    where TParser : struct, IValueParser<T>
{
    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => path.Values is [{ } text, ..] && (text.Length > 0 || TParser.AcceptsEmpty);

    /// <inheritdoc/>
    // Of several, the first: a page sends "true" for a box that is checked, and behind it the "false" of one that is not.
    public static T Read(ref ParameterBinder binder, FieldPath path) =>
        path.Values is [{ } text, ..] ? binder.Parse<T, TParser>(path.Source, path.Key, text) : binder.Missing<T>(path.Source, path.Key, TParser.Expected);

    /// <inheritdoc/>
    public static int Count(FieldPath path) => path.Values.Count;

    /// <inheritdoc/>
    public static T ReadAt(ref ParameterBinder binder, FieldPath path, int index) =>
        binder.ParseElement<T, TParser>(path.Source, path.Key, path.Values[index] ?? "");
}
