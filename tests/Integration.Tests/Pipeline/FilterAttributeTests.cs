using System.Net;

namespace Upwire.Integration.Tests.Pipeline;

public sealed class FilterAttributeTests(Running<RegisteredFilterApp> app) : IClassFixture<Running<RegisteredFilterApp>>
{
    [Theory]
    [InlineData("/filter-attributes", "first,Greeter", "got")]
    [InlineData("/filter-attributes/7", "first,Greeter,Find,registered", """{"x":7,"y":7}""")]
    public async Task Filters_run_those_of_the_class_first_and_in_order(string path, string trace, string body)
    {
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(trace, string.Join(',', response.Headers.GetValues("X-Trace")));
    }

    [Theory]
    [InlineData("first", "first")]
    [InlineData("Find", "first,Greeter,Find")]
    public async Task A_filter_answers_instead_of_the_others(string stop, string trace)
    {
        using var response = await app.Client.GetAsync($"/filter-attributes/7?stop={stop}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(trace, string.Join(',', response.Headers.GetValues("X-Trace")));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("Talk")]
    public async Task A_filter_stops_a_WebSocket_before_the_upgrade(string stop)
    {
        using var response = await app.SendUpgradeAsync($"/filter-attributes/7?stop={stop}");
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal($"stopped by {stop}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_WebSocket_goes_through_its_filters()
    {
        using var socket = await app.ConnectAsync("/filter-attributes/7");
        Assert.Equal("socket 7", await socket.ReceiveAsync());
    }
}
