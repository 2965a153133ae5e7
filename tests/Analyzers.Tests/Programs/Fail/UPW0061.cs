using Microsoft.AspNetCore.Mvc;

[Upwire.Route("/rooms")]
public sealed class Rooms
{
    [Upwire.HttpGet("<id:int>")]
    public string Get(int id) => $"Room {id}";

    [HttpDelete("{id}")]
    // UPW0061: [HttpDelete] is Microsoft.AspNetCore.Mvc's here, and does nothing on 'Delete', which is no controller of MVC; use Upwire's [HttpDelete]
    public void Delete(int id)
    {
    }
}
