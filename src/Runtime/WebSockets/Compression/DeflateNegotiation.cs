using System.Globalization;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Upwire;

/// <summary>Agrees with a client on the parameters of permessage-deflate (RFC 7692 5 and 7.1).</summary>
internal static class DeflateNegotiation
{
    private const string Extension = "permessage-deflate";
    private const string ServerNoContextTakeover = "server_no_context_takeover";
    private const string ClientNoContextTakeover = "client_no_context_takeover";
    private const string ServerMaxWindowBits = "server_max_window_bits";
    private const string ClientMaxWindowBits = "client_max_window_bits";

    // RFC 7692 has 8 to 15; zlib has none of 8.
    private const int SmallestWindow = 9;
    private const int LargestWindow = 15;

    /// <summary>Chooses the first offer that can be kept to.</summary>
    /// <param name="offers">The lines of <c>Sec-WebSocket-Extensions</c>.</param>
    /// <param name="compression">What the endpoint wants.</param>
    /// <param name="answer">What the header of the answer says.</param>
    /// <returns>What was agreed on; null where messages are not compressed.</returns>
    public static WebSocketDeflateOptions? Negotiate(StringValues offers, WebSocketCompression compression, out string? answer)
    {
        answer = null;
        if (compression == WebSocketCompression.Off || offers.Count == 0)
        {
            return null;
        }

        foreach (var offer in Read(offers))
        {
            if (offer.Name == Extension && Accept(offer.Parameters, compression) is { } agreed)
            {
                answer = Describe(agreed, isServerWindowAsked: offer.Parameters.Any(static parameter => parameter.Name == ServerMaxWindowBits));
                return agreed;
            }
        }

        return null;
    }

    // The grammar (RFC 6455 9.1) is that of Expect (RFC 9110 10.1.1), quoted values and all, for which .NET has a parser. A line
    // that does not keep to it offers nothing.
    private static HttpHeaderValueCollection<NameValueWithParametersHeaderValue> Read(StringValues lines)
    {
        var headers = new HttpRequestMessage().Headers;
        foreach (string? line in lines)
        {
            headers.Expect.TryParseAdd(line);
        }

        return headers.Expect;
    }

    // RFC 7692 7: an offer with a parameter that is unknown, there twice or of a wrong value is not accepted.
    private static WebSocketDeflateOptions? Accept(ICollection<NameValueHeaderValue> parameters, WebSocketCompression compression)
    {
        if (parameters.DistinctBy(static parameter => parameter.Name).Count() != parameters.Count)
        {
            return null;
        }

        bool takesOver = compression == WebSocketCompression.ContextTakeover;
        var agreed = new WebSocketDeflateOptions { ServerContextTakeover = takesOver, ClientContextTakeover = takesOver };
        return parameters.All(parameter => TryApply(parameter, agreed)) ? agreed : null;
    }

    private static bool TryApply(NameValueHeaderValue parameter, WebSocketDeflateOptions agreed)
    {
        int? bits = ReadBits(parameter.Value);
        switch (parameter.Name)
        {
            case ServerNoContextTakeover when parameter.Value is null:
                agreed.ServerContextTakeover = false;
                return true;
            case ClientNoContextTakeover when parameter.Value is null:
                agreed.ClientContextTakeover = false;
                return true;
            case ServerMaxWindowBits when bits >= SmallestWindow:
                agreed.ServerMaxWindowBits = bits.Value;
                return true;
            case ClientMaxWindowBits when parameter.Value is null || bits is not null:
                // Of 8 bits there is none: the larger window reads what is written for a smaller one.
                agreed.ClientMaxWindowBits = bits >= SmallestWindow ? bits.Value : LargestWindow;
                return true;
            default:
                return false;
        }
    }

    // RFC 7692 7.1.2: a decimal integer without leading zeros.
    private static int? ReadBits(string? value) =>
        int.TryParse(value?.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int bits)
        && bits is >= 8 and <= LargestWindow
        && value.Trim('"') == bits.ToString(CultureInfo.InvariantCulture)
            ? bits
            : null;

    private static string Describe(WebSocketDeflateOptions agreed, bool isServerWindowAsked)
    {
        var header = new StringBuilder(Extension);
        header.Append(agreed.ServerContextTakeover ? "" : "; " + ServerNoContextTakeover);
        header.Append(agreed.ClientContextTakeover ? "" : "; " + ClientNoContextTakeover);
        header.Append(isServerWindowAsked ? $"; {ServerMaxWindowBits}={agreed.ServerMaxWindowBits}" : "");
        header.Append(agreed.ClientMaxWindowBits < LargestWindow ? $"; {ClientMaxWindowBits}={agreed.ClientMaxWindowBits}" : "");
        return header.ToString();
    }
}
