namespace Upwire.Integration.Tests.Controllers;

public static class DisposalsController
{
    /// <summary>Waits for a disposal, and tells if it was not the only one.</summary>
    [HttpGet("/disposal/next")]
    public static async Task<string> Next([FromServices] Disposals disposals)
    {
        string next = await disposals.NextAsync();
        return disposals.IsEmpty ? next : $"{next}, and another";
    }
}
