using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id:itn>")]
    // UPW0004: The constraint 'itn' is none that routing knows; did you mean 'int'?
    public string Get(int id) => $"Room {id}";

    [HttpGet("/halls/<id:positive>")]
    // UPW0004: The constraint 'positive' is none that routing knows; register it in RouteOptions.ConstraintMap, or use one of int, bool, datetime, decimal, double, float, guid, long, alpha, required, file, nonfile, min, max, range, minlength, maxlength, length, regex
    public string Hall(int id) => $"Hall {id}";

    [HttpGet("/doors/<id:range(9,1)>")]
    // UPW0004: The constraint 'range(9,1)' takes two whole numbers, the smaller one first, as in 'range(1,10)'
    public string Door(int id) => $"Door {id}";
}
