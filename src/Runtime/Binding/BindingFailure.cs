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

    internal static BindingFailure TooMany(ParameterSource source, string name, int most) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"The {Describe(source)} '{Quote(name)}' has more than {most} items."));

    internal static BindingFailure TooDeep(ParameterSource source, string name, int most) =>
        new(Quote(name), string.Create(CultureInfo.InvariantCulture, $"The {Describe(source)} '{Quote(name)}' lies more than {most} levels deep."));

    internal static BindingFailure NoIndex(ParameterSource source, string name, string entry) =>
        new(name, $"The {Describe(source)} '{name}[{Quote(entry)}]' is an item of a list; a number from 0 on is expected in the brackets.");

    internal static BindingFailure Invalid(string name, string message) => new(name, message);

    internal static BindingFailure Unbound(string name) =>
        new(name, $"The request has nothing that '{name}' could be made of.");

    internal static BindingFailure MissingForm(string name) =>
        new(name, "The request has no body; a form is expected.");

    internal static BindingFailure InvalidForm(string name, string reason, int status) =>
        new(name, $"The form cannot be read: {reason}", status);

    internal static BindingFailure NoForm(string name, string? contentType) =>
        new(
            name,
            contentType is null
                ? "The body has no Content-Type; multipart/form-data or application/x-www-form-urlencoded is expected."
                : $"The body's Content-Type is '{Quote(contentType)}'; multipart/form-data or application/x-www-form-urlencoded is expected.",
            StatusCodes.Status415UnsupportedMediaType);

    internal static BindingFailure InvalidAntiforgeryToken(string name) =>
        new(name, "The form's anti-forgery token is missing or not valid.");

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
        ParameterSource.Form => "form field",
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
