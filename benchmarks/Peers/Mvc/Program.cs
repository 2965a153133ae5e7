using Benchmarks;

var builder = Peer.CreateBuilder(args);
builder.Services.AddControllers().AddJsonOptions(static options => options.JsonSerializerOptions.TypeInfoResolverChain.Insert(0, PeerJsonContext.Default));

var app = builder.Build();
app.MapControllers();

await Peer.RunAsync(app, args);
