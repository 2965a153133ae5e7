using Benchmarks;

var builder = Peer.CreateBuilder(args);
var signalR = builder.Services.AddSignalR(static options =>
{
    // Listeners say nothing, and a ping of SignalR's own is a message, which would be among those that are counted.
    options.ClientTimeoutInterval = TimeSpan.FromDays(1);
    options.KeepAliveInterval = TimeSpan.FromHours(1);
});
if (builder.Configuration["redis"] is { } redis)
{
    signalR.AddStackExchangeRedis(redis);
}

var app = builder.Build();
app.MapHub<RoomHub>("/room");

await Peer.RunAsync(app, args);
