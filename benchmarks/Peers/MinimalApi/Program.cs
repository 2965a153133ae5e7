using Benchmarks;

var builder = Peer.CreateBuilder(args);
builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJsonContext.Default));

var app = builder.Build();
app.MapGet("/text", static () => Answers.Text);
app.MapGet("/json", static () => Order.Sample);
app.MapPost("/json", static (Order order) => Answers.Take(order));
app.MapGet("/customers/{customer}/orders/{order}/lines/{line}", static (int customer, int order, string line, int page) => Answers.Line(customer, order, line, page));

await Peer.RunAsync(app, args);
