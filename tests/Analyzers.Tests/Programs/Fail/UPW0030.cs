using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms")]
    private string List() => "none";
    // UPW0030: 'List' cannot be an endpoint's handler: it is not public or internal

    [HttpGet("/halls")]
    public async void Halls() => await Task.Yield();
    // UPW0030: 'Halls' cannot be an endpoint's handler: it is 'async void', whose failures nobody sees; return Task

    [HttpGet("/doors/<door>")]
    public string Door<T>(string door) => door;
    // UPW0030: 'Door' cannot be an endpoint's handler: it is generic

    [HttpGet("/keys/<key>")]
    public string Key(ref string key) => key;
    // UPW0030: 'Key' cannot be an endpoint's handler: it has a 'ref', 'out' or 'in' parameter
}
