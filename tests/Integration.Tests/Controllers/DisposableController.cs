namespace Upwire.Integration.Tests.Controllers;

[Route("/disposal")]
public sealed class DisposableController(Disposals disposals) : IDisposable
{
    [HttpGet("/sync")]
    public async Task<string> Get()
    {
        await Task.Yield();
        return disposals.IsEmpty ? "alive" : "disposed too early";
    }

    [WebSocket("/socket")]
    public async Task Talk(WebSocketConnection socket)
    {
        await foreach (string _ in socket.ReadAllTextAsync())
        {
            await socket.SendAsync(disposals.IsEmpty ? "alive" : "disposed too early");
        }
    }

    public void Dispose() => disposals.Add("Dispose");
}
