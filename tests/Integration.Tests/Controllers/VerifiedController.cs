using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Upwire.Integration.Tests.Controllers;

[Route("/verified")]
public sealed class VerifiedController : VerifyingArea
{
    private string _log = "";

    [WebSocket("/bool/<id>", Verify = nameof(IsAllowed))]
    [WebSocket("/task/<id>", Verify = nameof(IsAllowedAsync))]
    [WebSocket("/result/<id>", Verify = nameof(AdmitAsync))]
    [WebSocket("/either/<id>", Verify = nameof(Either))]
    public Task Talk(int id, WebSocketConnection socket) => socket.SendAsync($"{id}{_log}").AsTask();

    [WebSocket("/static/<allow>", Verify = nameof(IsAllowedStatically))]
    public static Task TalkStatically(WebSocketConnection socket) => socket.SendAsync("static").AsTask();

    [WebSocket("/echo/<id>", Verify = nameof(IsAllowed), SelectSubProtocol = nameof(Last))]
    public string Echo(int id, [FromMessage] string text) => $"{id} {text}{_log}";

    [WebSocket("/failing", Verify = nameof(Fail))]
    public Task TalkAfterFailure(WebSocketConnection socket) => socket.SendAsync("unreachable").AsTask();

    [WebSocket("/faults/<id>", Verify = nameof(TakeMuch), SelectSubProtocol = nameof(TakeMore))]
    public Task TakeLittle(int id, WebSocketConnection socket) => socket.SendAsync($"{id}{_log}").AsTask();

    [WebSocket("/protocols/last", SelectSubProtocol = nameof(Last))]
    [WebSocket("/protocols/named", SubProtocols = ["v2", "v1"], SelectSubProtocol = nameof(Named))]
    [WebSocket("/protocols/required", RequireSubProtocol = true, SelectSubProtocol = nameof(NamedAsync))]
    [WebSocket("/protocols/verified", Verify = nameof(IsAllowedStatically), SelectSubProtocol = nameof(Named))]
    public Task TellProtocol(WebSocketConnection socket) => socket.SendAsync($"{socket.SubProtocol ?? "none"}{_log}").AsTask();

    public bool IsAllowed(int id, HttpContext context, ClaimsPrincipal user, bool allow = true)
    {
        _log += $", verified {id} {context.Request.Query.Count} {user.Identity?.IsAuthenticated}";
        return allow;
    }

    public async ValueTask<bool> IsAllowedAsync(bool allow = true)
    {
        await Task.Yield();
        _log += ", verified";
        return allow;
    }

    public Results<NotFound, UnauthorizedHttpResult, Ok>? Either(string? refuse) => refuse switch
    {
        null => null,
        "here" => TypedResults.NotFound(),
        "well" => TypedResults.Ok(),
        _ => TypedResults.Unauthorized(),
    };

    public bool Fail() => throw new InvalidOperationException("thrown while verifying");

    public bool TakeMuch([Range(1, 9)] int id, [FromHeader(Name = "X-Level"), Range(1, 9)] int level, Color color)
    {
        _log += $" {id} {level} {color}";
        return true;
    }

    public Task<string?> TakeMore(IReadOnlyList<string> offered, Guid key, Color color)
    {
        _log += $" {offered.Count} {key:N} {color}";
        return Task.FromResult<string?>(null);
    }

    public string? Last(string[] offered)
    {
        _log += $", offered {string.Join('+', offered)}";
        return offered.LastOrDefault();
    }

    public string? Named(string? choose, IEnumerable<string> offered)
    {
        _log += $", offered {string.Join('+', offered)}";
        return choose;
    }

    public static ValueTask<string?> NamedAsync(string? choose) => ValueTask.FromResult(choose);

    public static Task<bool> IsAllowedStatically(bool allow) => Task.FromResult(allow);
}
