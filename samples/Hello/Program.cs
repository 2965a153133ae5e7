using Hello;
using Upwire;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddUpwire();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, HelloJsonContext.Default));

var app = builder.Build();
app.MapUpwire();
app.Run();
