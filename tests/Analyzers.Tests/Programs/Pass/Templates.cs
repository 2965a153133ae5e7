using Upwire;

[Route("/buildings/<building:guid>")]
public sealed class Rooms
{
    [HttpGet]
    public string List(Guid building, int page = 1) => $"{building}: page {page}";

    [HttpGet("/rooms/<id:int:min(1)>")]
    public string Get(Guid building, int id) => $"{building}: {id}";

    [HttpGet("/rooms/<name:regex(^[a-z]{{2,}}$)>")]
    public string Find(Guid building, string name) => $"{building}: {name}";

    [HttpGet("/files/<path..>")]
    public string File(Guid building, string path) => $"{building}: {path}";

    [HttpGet("~/rooms/<_>/size")]
    public string Size() => "large";

    [HttpGet("~/pictures/{name}.{extension?}")]
    public string Picture(string name, string? extension) => name + extension;
}
