using Benchmarks;
using Upwire;

var builder = Peer.CreateBuilder(args);

// While it is another peer's turn, nobody is there to answer.
var upwire = builder.Services.AddUpwire(static options => options.WebSockets.KeepAliveInterval = TimeSpan.FromHours(1));
if (args.Contains("--prefer-throughput"))
{
    upwire.PreferThroughput();
}

if (builder.Configuration["redis"] is { } redis)
{
    upwire.AddRedis(redis);
}

var app = builder.Build();
app.MapUpwire();

await Peer.RunAsync(app, args);
