using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests;

public sealed class HeaderNameTests
{
    [Theory]
    [InlineData("userAgent", "User-Agent")]
    [InlineData("ifNoneMatch", "If-None-Match")]
    [InlineData("UserAgent", "User-Agent")]
    [InlineData("xRequestID", "X-Request-ID")]
    [InlineData("xmlHTTPRequest", "Xml-HTTP-Request")]
    [InlineData("accept", "accept")]
    [InlineData("Accept", "Accept")]
    [InlineData("DNT", "DNT")]
    [InlineData("x_count", "x_count")]
    public void A_parameter_is_named_after_a_header(string parameter, string header) => Assert.Equal(header, HeaderName.Of(parameter));
}
