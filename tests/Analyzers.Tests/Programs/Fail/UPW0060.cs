using Upwire;

var builder = WebApplication.CreateSlimBuilder(args);
var app = builder.Build();
app.Run();
// UPW0060: 'Rooms.List' and the other endpoints of this project are never mapped, so that their paths answer 404; call app.MapUpwire() before the application runs

public sealed class Rooms
{
    [HttpGet("/rooms")]
    public string List() => "none";
}
