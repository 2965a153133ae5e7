using Upwire;
using UpwireNamespace;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddUpwire();
builder.Services.AddOpenApi();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default));

var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    app.MapOpenApi();
}

app.UseDefaultFiles();
app.UseStaticFiles();
app.MapUpwire();
app.Run();
