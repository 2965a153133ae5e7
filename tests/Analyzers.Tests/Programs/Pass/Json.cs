#:property PublishAot=true
using System.Text.Json.Serialization;
using Upwire;

public sealed record Room(int Id, string Name);

public sealed class Rooms
{
    [HttpGet("/rooms")]
    public IReadOnlyList<Room> List() => [];

    [HttpPost("/rooms")]
    public async Task<Room> Add(Room room)
    {
        await Task.Yield();
        return room;
    }
}

[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(IReadOnlyList<Room>))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
