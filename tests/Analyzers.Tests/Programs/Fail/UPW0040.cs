using System.Text.Json.Serialization;
using Upwire;

public sealed record Room(int Id, string Name);

public sealed class Rooms
{
    [HttpGet("/rooms")]
    public IReadOnlyList<Room> List() => [];
    // UPW0040: 'IReadOnlyList<Room>' is written as JSON, but no JsonSerializerContext covers it, so that a native binary cannot; add [JsonSerializable(typeof(IReadOnlyList<Room>))] to 'AppJsonContext'

    [HttpGet("/rooms/<id:int>")]
    public Room Get(int id) => new(id, $"Room {id}");
}

[JsonSerializable(typeof(Room))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
