using Benchmarks;
using Upwire;

var builder = Peer.CreateBuilder(args);
builder.Services.AddUpwire();
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJsonContext.Default));

var app = builder.Build();
if (args.Contains("--bare"))
{
    // Neither routing nor endpoints: what is left is the server's.
    app.Run(static context =>
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = Answers.Text.Length;
        return context.Response.WriteAsync(Answers.Text);
    });
}
else
{
    app.MapUpwire();
}

await Peer.RunAsync(app, args);
