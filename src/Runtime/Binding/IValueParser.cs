using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Upwire.CompilerServices;

/// <summary>Turns the text of a request into a parameter's value. Implemented by structs, so that each use is compiled without indirection.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueParser<T>
{
    /// <summary>What a client should send, in the words of an error message: <c>an integer</c>.</summary>
    static abstract string Expected { get; }

    /// <summary>Whether an empty text is a value of its own; otherwise it counts as missing where the parameter is optional.</summary>
    static virtual bool AcceptsEmpty => false;

    /// <summary>Parses a text, in the invariant culture.</summary>
    /// <param name="text">What the request holds.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is a value.</returns>
    static abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);
}
