using Ticker;
using Upwire;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,

    // Started elsewhere than in the project's folder, the page is beside the program.
    ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
});

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Market>();
builder.Services.AddHostedService<Exchange>();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, TickerJson.Default));
builder.Services.AddUpwire();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapUpwire();
app.Run();
