using Upwire;

public abstract class Rooms
// UPW0032: 'Rooms' cannot be a controller: it is abstract
{
    [HttpGet("/rooms")]
    public string List() => "none";
}

public sealed class Halls
// UPW0032: 'Halls' cannot be a controller: it has no constructor to choose: make one of them public, or mark one with [ActivatorUtilitiesConstructor]
{
    private Halls()
    {
    }

    [HttpGet("/halls")]
    public string List() => "none";
}
