using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms")]
    public string List(int page = default, Guid owner = default) => $"Page {page} of {owner}";
    // UPW0024: A request without 'owner' gives the parameter 'owner' the value 'default(Guid)', which cannot be told from one that was sent; make it 'Guid?'
    // UPW0024: A request without 'page' gives the parameter 'page' the value 0, which cannot be told from one that was sent; make it 'int?', or write the value if it is meant
}
