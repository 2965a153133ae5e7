using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.AttributeValueAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0035.</summary>
public sealed class AttributeValueTests
{
    [Fact]
    public Task Fires_on_a_method_that_is_no_token() => Test.RunAsync(
        """
        public sealed class Files
        {
            [HttpMethod({|#0:"PROP FIND"|}, "/files")]
            public string Find() => "";
        }
        """,
        "UPW0035",
        "The value 'PROP FIND' of [HttpMethod] cannot be used: it has the character ' ', which no method's name has");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"*\"")]
    [InlineData("\"GET\\0\"")]
    [InlineData("\"\\0\"")]
    [InlineData("\"GÈT\"")]
    [InlineData("\"GET,POST\"")]
    [InlineData("\"a\\\"b\"")]
    [InlineData("null!")]
    public Task Fires_on_each(string method) => Test.RunAsync(
        $$"""
        public sealed class Files
        {
            [HttpMethod(template: "/files", method: {|UPW0035:{{method}}|})]
            public string Find() => "";
        }
        """);

    [Theory]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    [InlineData("M-SEARCH")]
    [InlineData("!#$%&'*+-.^_`|~09azAZ")]
    public Task Does_not_fire_on_a_token(string method) => Test.RunAsync(
        $$"""
        public sealed class Files
        {
            [HttpMethod("{{method}}", "/files")]
            public string Find() => "";
        }
        """);

    [Theory]
    [InlineData("public sealed class Zones;", "it has no 'public static bool TryParse(ReadOnlySpan<char>, IFormatProvider?, out T)'")]
    [InlineData("public sealed class Zones { public static TimeZoneInfo TryParse(string text) => TimeZoneInfo.Utc; }", "it has no 'public static bool TryParse(ReadOnlySpan<char>, IFormatProvider?, out T)'")]
    public Task Fires_on_a_parser_that_does_not_parse(string parser, string reason) => Test.RunAsync(
        $$"""
        [assembly: {|#0:Parser<Zones>|}]

        {{parser}}
        """,
        "UPW0035",
        $"The value 'Zones' of [Parser] cannot be used: {reason}");

    [Fact]
    public Task Fires_on_a_second_parser_of_a_type() => Test.RunAsync(
        """
        [assembly: Parser<Zones>]
        [assembly: {|UPW0035:Parser<OtherZones>|}]

        public class Zones
        {
            public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? format, out TimeZoneInfo zone) => (zone = TimeZoneInfo.Utc) is not null;
        }

        public sealed class OtherZones
        {
            public static bool TryParse(string text, out TimeZoneInfo? zone) => (zone = null) is null;
        }

        public sealed class Rooms
        {
            [HttpGet("/rooms/<zone>")]
            public string Get(TimeZoneInfo zone, TimeZoneInfo?[] others) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_size_of_zero() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms", MaxMessageSize = {|#0:0|})]
            public Task Talk(WebSocketConnection socket) => socket.CloseAsync();
        }
        """,
        "UPW0035",
        "The value '0' of [WebSocket] cannot be used: MaxMessageSize is above zero");

    [Theory]
    [InlineData("MaxFragments", "-1")]
    [InlineData("SendBufferSize", "0")]
    [InlineData("CloseTimeout", "-5")]
    [InlineData("MessageTimeout", "0")]
    [InlineData("KeepAliveInterval", "0")]
    [InlineData("KeepAliveTimeout", "-1")]
    [InlineData("SubProtocols", "new[] { \"v1\", \"v 2\" }")]
    [InlineData("SubProtocols", "new[] { \"\" }")]
    [InlineData("SubProtocols", "new[] { \"v1\", \"v2\", \"v1\" }")]
    [InlineData("Origins", "new[] { \"example.com\" }")]
    [InlineData("Origins", "new[] { \"https://example.com/\" }")]
    [InlineData("Origins", "new[] { \"https://*\" }")]
    [InlineData("Origins", "new[] { \"https://a.*.example\" }")]
    [InlineData("Origins", "new[] { \"https://user@example.com\" }")]
    public Task Fires_on_each_setting(string name, string value) => Test.RunAsync(
        $$"""
        public sealed class Rooms
        {
            [WebSocket("/rooms", {{name}} = {|UPW0035:{{value}}|})]
            public Task Talk(WebSocketConnection socket) => socket.CloseAsync();
        }
        """);

    [Fact]
    public Task Says_nothing_of_settings_that_can_be_used() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms", MaxMessageSize = 1, CloseTimeout = 1, SubProtocols = new[] { "v1", "V1" }, RequireSubProtocol = true,
                Origins = new[] { "*", "null", "https://example.com", "https://*.example.com:8443", "http://[::1]:5000", "app://localhost" })]
            public Task Talk(WebSocketConnection socket) => socket.CloseAsync();
        }
        """);
}
