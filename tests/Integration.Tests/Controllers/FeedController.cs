namespace Upwire.Integration.Tests.Controllers;

/// <summary>By which a test gives what others of its requests are answered with.</summary>
[Route("/feed")]
public sealed class FeedController(Feeds feeds)
{
    [HttpPost("/begin")]
    public void Begin() => feeds.Begin();

    [HttpPost("/give")]
    public void Give(string item) => feeds.Current.Give(item);

    [HttpPost("/end")]
    public void End(string? failure) => feeds.Current.End(failure is null ? null : new InvalidOperationException(failure));

    [HttpGet("/ended")]
    public Task Ended() => feeds.Current.Ended;
}
