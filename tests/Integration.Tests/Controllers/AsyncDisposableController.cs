namespace Upwire.Integration.Tests.Controllers;

[Route("/disposal")]
public sealed class AsyncDisposableController(Disposals disposals) : IAsyncDisposable, IDisposable
{
    [HttpGet("/async")]
    public string Get() => disposals.IsEmpty ? "alive" : "disposed too early";

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        disposals.Add("DisposeAsync");
    }

    public void Dispose() => disposals.Add("Dispose");
}
