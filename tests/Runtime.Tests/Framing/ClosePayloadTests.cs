using System.Net.WebSockets;
using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class ClosePayloadTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    [InlineData(1001, true)]
    [InlineData(1002, true)]
    [InlineData(1003, true)]
    [InlineData(1004, false)]
    [InlineData(1005, false)]
    [InlineData(1006, false)]
    [InlineData(1007, true)]
    [InlineData(1011, true)]
    [InlineData(1012, true)]
    [InlineData(1013, true)]
    [InlineData(1014, true)]
    [InlineData(1015, false)]
    [InlineData(1016, false)]
    [InlineData(2999, false)]
    [InlineData(3000, true)]
    [InlineData(3999, true)]
    [InlineData(4000, true)]
    [InlineData(4999, true)]
    [InlineData(5000, false)]
    [InlineData(65535, false)]
    public void A_code_is_taken_and_sent_where_the_registry_allows_it(int code, bool isAllowed)
    {
        var violation = ClosePayload.Read(ClientFrame.ClosePayload(code, "bye"u8.ToArray()), out var close);
        if (isAllowed)
        {
            Assert.Null(violation);
            Assert.Equal(new((WebSocketCloseStatus)code, "bye"), close);
            ClosePayload.Validate((WebSocketCloseStatus)code, "bye");
        }
        else
        {
            Assert.Same(FrameViolation.InvalidCloseFrame, violation);
            if (code != (int)WebSocketCloseStatus.Empty)
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => ClosePayload.Validate((WebSocketCloseStatus)code, null));
            }
        }
    }

    [Fact]
    public void An_empty_payload_says_nothing()
    {
        Assert.Null(ClosePayload.Read([], out var close));
        Assert.Equal(new(WebSocketCloseStatus.Empty, ""), close);
    }

    [Fact]
    public void Half_a_code_is_a_violation() => Assert.Same(FrameViolation.InvalidCloseFrame, ClosePayload.Read([3], out _));

    [Fact]
    public void A_reason_that_is_not_UTF8_is_a_violation() =>
        Assert.Same(FrameViolation.InvalidText, ClosePayload.Read(ClientFrame.ClosePayload(1000, [0xC3]), out _));

    [Fact]
    public void The_longest_reason_fits()
    {
        string reason = new('é', 61);
        ClosePayload.Validate(WebSocketCloseStatus.NormalClosure, reason + "x");
        byte[] bytes = new byte[125];

        Assert.Equal(125, new ClosePayload(WebSocketCloseStatus.NormalClosure, reason + "x").Write(bytes));

        Assert.Equal([0x03, 0xE8, .. Encoding.UTF8.GetBytes(reason + "x")], bytes);
        Assert.Throws<ArgumentException>("reason", () => ClosePayload.Validate(WebSocketCloseStatus.NormalClosure, reason + "é"));
    }

    [Fact]
    public void Without_a_status_nothing_is_written_and_no_reason_given()
    {
        ClosePayload.Validate(WebSocketCloseStatus.Empty, null);
        ClosePayload.Validate(WebSocketCloseStatus.Empty, "");
        Assert.Equal(0, new ClosePayload(WebSocketCloseStatus.Empty, "").Write(new byte[125]));
        Assert.Throws<ArgumentException>("reason", () => ClosePayload.Validate(WebSocketCloseStatus.Empty, "why"));
    }
}
