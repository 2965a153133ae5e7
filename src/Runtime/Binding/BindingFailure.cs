using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>Why one parameter of a request could not be bound.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BindingFailure
{
    // A hostile request may hold megabytes where a number was expected: an answer quotes no more than this of it.
    private const int LongestQuote = 64;

    private BindingFailure(string name, string message, int status = StatusCodes.Status400BadRequest)
    {
        Name = name;
        Message = message;
        Status = status;
    }

    /// <summary>The name that the client knows the parameter by.</summary>
    public string Name { get; }

    /// <summary>What was found, and what was expected.</summary>
    public string Message { get; }

    /// <summary>The HTTP status that the failure alone would be answered with.</summary>
    public int Status { get; }

    internal static BindingFailure Missing(ParameterSource source, string name, string expected) =>
        new(name, $"The {Describe(source)} '{name}' is missing; {expected} is expected.");

    internal static BindingFailure Unparsable(ParameterSource source, string name, string text, string expected) =>
        new(name, $"The {Describe(source)} '{name}' is '{Quote(text)}'; {expected} is expected.");

    internal static BindingFailure UnparsableElement(ParameterSource source, string name, string text, string expected) =>
        new(name, $"The {Describe(source)} '{name}' contains '{Quote(text)}'; {expected} is expected.");

    internal static BindingFailure MoreElements(ParameterSource source, string name, int count) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"The {Describe(source)} '{name}' has {count} more elements that are not what is expected."));

    internal static BindingFailure MissingBody(string name) =>
        new(name, "The request has no body; JSON is expected.");

    internal static BindingFailure NullBody(string name) =>
        new(name, "The body is the JSON value null; a value is expected.");

    internal static BindingFailure InvalidJson(string name, string? path) =>
        new(name, path is null ? "The body is not JSON." : $"The body is not the JSON that is expected, at {Quote(path)}.");

    internal static BindingFailure WrongContentType(string name, string? contentType) =>
        new(
            name,
            contentType is null
                ? "The body has no Content-Type; application/json is expected."
                : $"The body's Content-Type is '{Quote(contentType)}'; application/json, in a known charset, is expected.",
            StatusCodes.Status415UnsupportedMediaType);

    internal static BindingFailure EncodedBody(string name, string encoding) =>
        new(name, $"The body's Content-Encoding is '{Quote(encoding)}'; a body that is not compressed is expected.", StatusCodes.Status415UnsupportedMediaType);

    internal static BindingFailure UnreadableBody(string name, int status) =>
        new(
            name,
            status == StatusCodes.Status413PayloadTooLarge ? "The body is larger than the server takes." : "The body could not be read to its end.",
            status);

    private static string Describe(ParameterSource source) => source switch
    {
        ParameterSource.Route => "route parameter",
        ParameterSource.Query => "query parameter",
        ParameterSource.Header => "header",
        _ => "body",
    };

    private static string Quote(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        // Half of a surrogate pair is no character, and cannot be written.
        int length = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
