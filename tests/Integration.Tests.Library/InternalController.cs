namespace Upwire.Integration.Tests.Library;

internal sealed class InternalController
{
    [HttpGet("/library/internal/<id>")]
    internal string Get(int id) => $"internal {id}";
}
