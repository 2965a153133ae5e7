using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/sequence")]
public sealed class SequenceController(Feeds feeds)
{
    [HttpGet("/points")]
    public async IAsyncEnumerable<Point> Points(int count, [EnumeratorCancellation] CancellationToken stop)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            stop.ThrowIfCancellationRequested();
            yield return new(i, i);
        }
    }

    [HttpGet("/shapes")]
    public async IAsyncEnumerable<Shape> Shapes()
    {
        await Task.Yield();
        yield return new Circle(1);
    }

    [HttpGet("/nullable")]
    public IAsyncEnumerable<string?>? Nullable(bool found) => found ? new string?[] { "a", null }.ToAsyncEnumerable() : null;

    [HttpGet("/task")]
    public async Task<IAsyncEnumerable<int>> TaskOf()
    {
        await Task.Yield();
        return AsyncEnumerable.Range(1, 3);
    }

    [HttpGet("/concrete")]
    public async ValueTask<Numbers?> Concrete(bool found)
    {
        await Task.Yield();
        return found ? new() : null;
    }

    [HttpGet("/vendor")]
    public IAsyncEnumerable<int> Vendor(HttpResponse response)
    {
        response.ContentType = "application/vnd.numbers+json";
        return AsyncEnumerable.Range(1, 2);
    }

    [HttpGet("/feed")]
    public IAsyncEnumerable<string> Feed() => feeds.Current.ReadAllAsync();

    [HttpGet("/throws")]
    public IAsyncEnumerable<int> Throws() => AsyncEnumerable.Range(1, 1).Select(static int (_) => throw new InvalidOperationException("secret"));

    [HttpGet("/throws-later")]
    public async IAsyncEnumerable<int> ThrowsLater()
    {
        await Task.Yield();
        if (feeds.Current is not null)
        {
            throw new InvalidOperationException("secret");
        }

        yield return 1;
    }

    [HttpGet("/events/text")]
    public IAsyncEnumerable<SseItem<string>> Texts() =>
        new[] { new SseItem<string>("one\ntwo", "note") { EventId = "7", ReconnectionInterval = TimeSpan.FromSeconds(2) }, new("grüße") }.ToAsyncEnumerable();

    [HttpGet("/events/points")]
    public IAsyncEnumerable<SseItem<Point?>>? Events(bool found) =>
        found ? new SseItem<Point?>[] { new(new(1, 2), "point"), new(null), new(new(3, 4)) }.ToAsyncEnumerable() : null;

    [HttpGet("/events/shapes")]
    public IAsyncEnumerable<SseItem<Shape>> EventShapes() => new SseItem<Shape>[] { new(new Circle(1)) }.ToAsyncEnumerable();

    [HttpGet("/events/bytes")]
    public async Task<IAsyncEnumerable<SseItem<byte[]>>> EventBytes()
    {
        await Task.Yield();
        return new SseItem<byte[]>[] { new("raw"u8.ToArray()) }.ToAsyncEnumerable();
    }

    [HttpGet("/events/feed")]
    public IAsyncEnumerable<SseItem<string>> EventFeed() => feeds.Current.ReadAllAsync().Select(static item => new SseItem<string>(item));

    public sealed class Numbers : IAsyncEnumerable<int>
    {
        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Range(1, 2).GetAsyncEnumerator(cancellationToken);
    }
}
