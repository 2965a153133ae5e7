using Benchmarks;
using Upwire;

var builder = Peer.CreateBuilder(args);
var upwire = builder.Services.AddUpwire();
if (args.Contains("--prefer-throughput"))
{
    upwire.PreferThroughput();
}

var app = builder.Build();
app.MapUpwire();

await Peer.RunAsync(app, args);
