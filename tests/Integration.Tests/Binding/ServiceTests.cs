using System.Net;

namespace Upwire.Integration.Tests.Binding;

public sealed class ServiceTests(Running<ServicesApp> app) : IClassFixture<Running<ServicesApp>>
{
    [Theory]
    [InlineData("/constructor", "hello, a; HELLO, b; True")]
    [InlineData("/parameter", "hello, c")]
    [InlineData("/keyed", "HELLO, d")]
    [InlineData("/optional", "True")]
    [InlineData("/class", "hi, e")]
    public async Task A_service_is_found(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/services{path}", TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_service_that_nobody_registered_is_the_applications_fault()
    {
        using var response = await app.Client.GetAsync("/services/missing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("IAbsentService", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }
}
