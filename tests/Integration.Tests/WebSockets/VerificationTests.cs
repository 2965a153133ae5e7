using System.Net;
using System.Net.WebSockets;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>Methods of controllers that decide whether a connection is accepted.</summary>
public sealed class VerificationTests(Running<PlainApp> app, Running<FilteringApp> filtering, Running<HandlingApp> handling)
    : IClassFixture<Running<PlainApp>>, IClassFixture<Running<FilteringApp>>, IClassFixture<Running<HandlingApp>>
{
    [Theory]
    [InlineData("/verified/bool/7?allow=true", "7, verified 7 1 False")]
    [InlineData("/verified/bool/7", "7, verified 7 0 False")]
    [InlineData("/verified/task/7", "7, verified")]
    [InlineData("/verified/result/7", "7")]
    [InlineData("/verified/either/7", "7")]
    [InlineData("/verified/static/true", "static")]
    public async Task True_and_null_go_on_with_the_same_controller(string path, string expected)
    {
        using var socket = await app.ConnectAsync(path);
        Assert.Equal(expected, await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_method_that_is_called_for_each_message_has_one_controller_with_it_too()
    {
        using var socket = await app.ConnectAsync("/verified/echo/7", static options => options.AddSubProtocol("v1"));
        await socket.SendAsync("a");
        Assert.Equal("7 a, verified 7 0 False, offered v1", await socket.ReceiveAsync());
        await socket.SendAsync("b");
        Assert.Equal("7 b, verified 7 0 False, offered v1", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("/verified/bool/7?allow=false")]
    [InlineData("/verified/task/7?allow=false")]
    [InlineData("/verified/static/false")]
    [InlineData("/verified/echo/7?allow=false")]
    [InlineData("/verified/protocols/verified?allow=false&choose=x")]
    public async Task False_is_401(string path)
    {
        using var response = await app.SendUpgradeAsync(path);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.Unauthorized);
        Assert.Equal("This client may not open this WebSocket.", problem.Detail);
        Assert.False(response.Headers.Contains("Sec-WebSocket-Accept"));
    }

    [Fact]
    public async Task A_refusal_leaves_the_connection_an_HTTP_one()
    {
        const string upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        string answers = await app.SendRawAsync(
            $"GET /verified/bool/7?allow=false HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n{upgrade}\r\n"
            + $"GET /verified/result/7?refuse=you HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n{upgrade}\r\n");

        Assert.StartsWith("HTTP/1.1 401 Unauthorized\r\n", answers, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 418", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 101", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_the_answer()
    {
        using var response = await app.SendUpgradeAsync("/verified/result/7?refuse=you");
        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["yes"], response.Headers.GetValues("X-Asked"));
        Assert.Equal("not you", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("here", HttpStatusCode.NotFound)]
    [InlineData("there", HttpStatusCode.Unauthorized)]
    [InlineData("well", HttpStatusCode.OK)]
    public async Task So_is_a_typed_one(string refuse, HttpStatusCode expected)
    {
        using var response = await app.SendUpgradeAsync($"/verified/either/7?refuse={refuse}");
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_thrown_goes_the_way_of_any_exception_of_a_request()
    {
        using var response = await app.SendUpgradeAsync("/verified/failing");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("thrown while verifying", await app.TakeFailuresAsync(), StringComparison.Ordinal);

        using var handled = await handling.SendUpgradeAsync("/verified/failing");
        Assert.Equal(HttpStatusCode.InternalServerError, handled.StatusCode);
        Assert.Equal("handled", await handled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_comes_from_another_origin_is_refused_before()
    {
        using var response = await app.SendUpgradeAsync("/verified/failing", origin: "https://evil.example");
        await Problem.ReadAsync(response, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_does_not_bind_is_told_of_all_methods_at_once()
    {
        using var request = TestedApp.Upgrade("/verified/faults/x?color=blue&key=y");
        request.Headers.Add("X-Level", "high");
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["X-Level", "color", "id", "key"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.All(problem.Errors.Values, static messages => Assert.Single(messages));
    }

    [Fact]
    public async Task What_breaks_an_annotation_is_told_too()
    {
        using var request = TestedApp.Upgrade($"/verified/faults/7?color=red&key={Guid.Empty}");
        request.Headers.Add("X-Level", "10");
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["X-Level"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Each_method_has_its_arguments()
    {
        using var socket = await app.ConnectAsync($"/verified/faults/7?color=red&key={Guid.Empty}", static options =>
        {
            options.SetRequestHeader("X-Level", "9");
            options.AddSubProtocol("v1");
        });
        Assert.Equal($"7 7 9 Red 1 {Guid.Empty:N} Red", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Filters_come_before_and_may_change_what_it_is_asked()
    {
        using var stopped = await filtering.SendUpgradeAsync("/verified/bool/7?allow=false&stop=1");
        Assert.Equal(HttpStatusCode.Conflict, stopped.StatusCode);

        using var refused = await filtering.SendUpgradeAsync("/verified/bool/7?allow=false&replace=1");
        await Problem.ReadAsync(refused, HttpStatusCode.Unauthorized);

        using var socket = await filtering.ConnectAsync("/verified/bool/7?change=1");
        Assert.Equal("8, verified 8 1 False", await socket.ReceiveAsync());
    }
}
