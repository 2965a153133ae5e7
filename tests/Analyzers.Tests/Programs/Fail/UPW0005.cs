using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id:int>")]
    public string Get(Guid id) => $"Room {id}";
    // UPW0005: The template lets pass 'int' for 'id', but no such text is a 'Guid'; write '<id:guid>', or take 'int'

    [HttpGet("/doors/<number:alpha>")]
    public string Door(int number) => $"Door {number}";
    // UPW0005: The template lets pass 'alpha' for 'number', but no such text is a 'int'; write '<number:int>', or leave the constraint out
}
