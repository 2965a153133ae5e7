using Upwire;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddUpwire();

var app = builder.Build();
app.MapUpwire();
app.Run();

public sealed class Greetings
{
    [HttpGet("/hello/<name>")]
    public string Hello(string name) => $"Hello {name}";
}
