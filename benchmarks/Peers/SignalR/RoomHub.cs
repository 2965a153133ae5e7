using Microsoft.AspNetCore.SignalR;

namespace Benchmarks;

public sealed class RoomHub : Hub
{
    private const string Listeners = "listeners";

    public override async Task OnConnectedAsync()
    {
        if (Context.GetHttpContext()!.Request.Query.ContainsKey("listen"))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, Listeners);
            await Clients.Caller.SendAsync("Hear", "ready");
        }
    }

    public Task Speak(string text) => Clients.Group(Listeners).SendAsync("Hear", text);
}
