using Todo;
using Upwire;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSingleton(new TodoStore(builder.Configuration.GetConnectionString("Todo") ?? "Data Source=todo.db"));
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, TodoJson.Default));
builder.Services.AddOpenApi();
builder.Services.AddProblemDetails();
builder.Services.AddUpwire();

var app = builder.Build();

// Whatever fails is told in one format: what is thrown, what is not found, what does not fit.
app.UseExceptionHandler();
app.UseStatusCodePages();
if (app.Environment.IsDevelopment())
{
    app.MapOpenApi();
}

app.MapUpwire();
await app.Services.GetRequiredService<TodoStore>().CreateAsync();
app.Run();
