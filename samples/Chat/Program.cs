using Chat;
using StackExchange.Redis;
using Upwire;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,

    // Started elsewhere than in the project's folder, the page is beside the program.
    ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
});

builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ChatJson.Default));
builder.Services.AddOutputCache();
builder.Services.AddSingleton<ChatRooms>();
if (builder.Configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
{
    // Several servers: rooms span them, and they share the history. While Redis is away each goes on with its own members.
    var configuration = ConfigurationOptions.Parse(redis);
    configuration.AbortOnConnectFail = false;
    builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(configuration));
    builder.Services.AddSingleton<IChatHistory, RedisHistory>();
    builder.Services.AddUpwire(options => options.Backplane.Failures = BackplaneFailures.Count).AddRedis(redis);
}
else
{
    builder.Services.AddSingleton<IChatHistory, MemoryHistory>();
    builder.Services.AddUpwire();
}

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseOutputCache();
app.MapUpwire();
app.Run();
