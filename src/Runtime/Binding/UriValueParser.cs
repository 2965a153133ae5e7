using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Upwire.CompilerServices;

/// <summary>Parses a URI, absolute or relative, as minimal APIs and MVC do.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriValueParser : IValueParser<Uri>
{
    /// <inheritdoc/>
    public static string Expected => "a URI";

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out Uri value) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
}
