using Microsoft.Extensions.Primitives;

namespace Upwire.Runtime.Tests;

/// <summary>RFC 7692 5.1 and 7.1.</summary>
public sealed class DeflateNegotiationTests
{
    private const string NoTakeover = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    [Theory]
    [InlineData("permessage-deflate", NoTakeover)]
    [InlineData("permessage-deflate; client_max_window_bits", NoTakeover)]
    [InlineData("permessage-deflate; client_max_window_bits=15", NoTakeover)]
    [InlineData("permessage-deflate; client_max_window_bits=10", NoTakeover + "; client_max_window_bits=10")]
    [InlineData("permessage-deflate; client_max_window_bits=8", NoTakeover)]
    [InlineData("permessage-deflate; server_max_window_bits=10", NoTakeover + "; server_max_window_bits=10")]
    [InlineData("permessage-deflate; server_max_window_bits=15", NoTakeover + "; server_max_window_bits=15")]
    [InlineData("permessage-deflate; server_max_window_bits=\"9\"", NoTakeover + "; server_max_window_bits=9")]
    [InlineData("permessage-deflate; server_no_context_takeover", NoTakeover)]
    [InlineData("x-other, permessage-deflate", NoTakeover)]
    [InlineData("x-other; a=\"b, c; d\" ,permessage-deflate;client_max_window_bits", NoTakeover)]
    [InlineData("permessage-deflate; server_max_window_bits=8, permessage-deflate", NoTakeover)]
    [InlineData("permessage-deflate; unknown, permessage-deflate; server_max_window_bits=11", NoTakeover + "; server_max_window_bits=11")]
    public void Each_message_for_itself(string offer, string expected) => ExpectAnswer(offer, WebSocketCompression.PerMessage, expected);

    [Theory]
    [InlineData("permessage-deflate", "permessage-deflate")]
    [InlineData("permessage-deflate; client_no_context_takeover", "permessage-deflate; client_no_context_takeover")]
    [InlineData("permessage-deflate; server_no_context_takeover", "permessage-deflate; server_no_context_takeover")]
    [InlineData("permessage-deflate; client_max_window_bits=9; server_max_window_bits=12", "permessage-deflate; server_max_window_bits=12; client_max_window_bits=9")]
    public void With_what_was_said_before(string offer, string expected) => ExpectAnswer(offer, WebSocketCompression.ContextTakeover, expected);

    [Theory]
    [InlineData("x-other")]
    [InlineData("permessage-deflated")]
    [InlineData("permessage-deflate; unknown")]
    [InlineData("permessage-deflate; client_max_window_bits; client_max_window_bits")]
    [InlineData("permessage-deflate; server_no_context_takeover=1")]
    [InlineData("permessage-deflate; client_no_context_takeover=true")]
    [InlineData("permessage-deflate; server_max_window_bits")]
    [InlineData("permessage-deflate; server_max_window_bits=8")]
    [InlineData("permessage-deflate; server_max_window_bits=7")]
    [InlineData("permessage-deflate; server_max_window_bits=16")]
    [InlineData("permessage-deflate; server_max_window_bits=010")]
    [InlineData("permessage-deflate; server_max_window_bits=+10")]
    [InlineData("permessage-deflate; client_max_window_bits=7")]
    [InlineData("permessage-deflate; client_max_window_bits=16")]
    [InlineData("permessage-deflate; client_max_window_bits=x")]
    [InlineData("permessage-deflate; =")]
    [InlineData("; permessage-deflate")]
    [InlineData("")]
    public void What_cannot_be_kept_to_is_declined(string offer)
    {
        Assert.Null(DeflateNegotiation.Negotiate(offer, WebSocketCompression.ContextTakeover, out string? answer));
        Assert.Null(answer);
    }

    [Fact]
    public void Offers_may_stand_in_several_lines()
    {
        var offers = new StringValues(["permessage-deflate; unknown", "permessage-deflate; server_max_window_bits=13"]);
        var agreed = DeflateNegotiation.Negotiate(offers, WebSocketCompression.ContextTakeover, out string? answer);

        Assert.Equal(13, agreed?.ServerMaxWindowBits);
        Assert.Equal("permessage-deflate; server_max_window_bits=13", answer);
    }

    [Fact]
    public void Nothing_is_agreed_on_where_compression_is_off() =>
        Assert.Null(DeflateNegotiation.Negotiate("permessage-deflate", WebSocketCompression.Off, out _));

    private static void ExpectAnswer(string offer, WebSocketCompression compression, string expected)
    {
        var agreed = DeflateNegotiation.Negotiate(offer, compression, out string? answer);

        Assert.Equal(expected, answer);
        Assert.Equal(expected.Contains("server_no_context_takeover", StringComparison.Ordinal), !agreed!.ServerContextTakeover);
        Assert.Equal(expected.Contains("client_no_context_takeover", StringComparison.Ordinal), !agreed.ClientContextTakeover);
    }
}
