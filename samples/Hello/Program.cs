using Hello;
using Upwire;

// The settings beside the program hold wherever it is started from.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddUpwire();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, HelloJsonContext.Default));

var app = builder.Build();
app.MapUpwire();
app.Run();
