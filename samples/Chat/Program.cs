using Chat;
using Upwire;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,

    // Started elsewhere than in the project's folder, the page is beside the program.
    ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
});

builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ChatJson.Default));
builder.Services.AddSingleton<ChatRooms>();
builder.Services.AddUpwire();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapUpwire();
app.Run();
