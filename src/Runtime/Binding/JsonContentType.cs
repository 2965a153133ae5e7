using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Upwire;

/// <summary>Reads the Content-Type of a body that should be JSON.</summary>
internal static class JsonContentType
{
    /// <summary>How the text is encoded; null where nobody knows, or where it is said to be no JSON.</summary>
    public static Encoding? EncodingOf(HttpRequest request)
    {
        // What nearly every client sends needs no parsing.
        if (request.ContentType is "application/json" or "application/json; charset=utf-8")
        {
            return Encoding.UTF8;
        }

        if (!request.HasJsonContentType() || !MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType))
        {
            return null;
        }

        var charset = HeaderUtilities.RemoveQuotes(mediaType.Charset);
        return !charset.HasValue || charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Find(charset.Value);
    }

    private static Encoding? Find(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // UTF-7 is known, and not supported: it hides from every check what a text is.
            return null;
        }
    }
}
