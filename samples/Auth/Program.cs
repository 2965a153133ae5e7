using Auth;
using Upwire;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,

    // Started elsewhere than in the project's folder, the page is beside the program.
    ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
});

var tokens = new Tokens(TimeProvider.System);
builder.Services.AddSingleton(tokens);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddAuthentication()
    .AddJwtBearer(options =>
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = tokens.Validation;
        options.Events = new() { OnMessageReceived = BearerSubProtocol.ReadToken };
    })
    .AddCookie(options =>
    {
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.SlidingExpiration = false;

        // A WebSocket, and an API, is answered; nobody is led to a page to sign in.
        options.Events.OnRedirectToLogin = static context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
    });

builder.Services.AddAuthorization();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AuthJson.Default));
builder.Services.AddUpwire();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();
app.MapUpwire();
app.Run();
