using Benchmarks;
using Upwire;

var builder = Peer.CreateBuilder(args);
builder.Services.AddUpwire();

var app = builder.Build();
app.MapUpwire();

await Peer.RunAsync(app, args);
