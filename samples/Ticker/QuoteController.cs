using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Upwire;

namespace Ticker;

/// <summary>Quotes, once or as they come: over a WebSocket, as server-sent events, as a JSON array that grows.</summary>
[Route("/quotes")]
public sealed class QuoteController(Market market, IHostApplicationLifetime lifetime)
{
    [HttpGet]
    public Quote[] List() => market.All;

    // Null answers 404, here and below.
    [HttpGet("/<symbol>")]
    public Quote? Get(string symbol) => market.Find(symbol);

    // The same path as a WebSocket. A small send buffer makes the sequence wait for a slow client early; what it is asked for
    // after that is the newest quote (Market).
    [WebSocket("/<symbol>", SubProtocols = ["quotes.v1"], SendBufferSize = 4096, Verify = nameof(VerifySymbol))]
    public IAsyncEnumerable<Quote> Watch(string symbol, CancellationToken stop) => market.WatchAsync(symbol, stop);

    // For pages that only listen: new EventSource("/quotes/ACME/events").
    [HttpGet("/<symbol>/events")]
    public IAsyncEnumerable<SseItem<Quote>>? Events(string symbol) =>
        market.Find(symbol) is null ? null : market.WatchAsync(symbol).Select(static quote => new SseItem<Quote>(quote));

    // For programs that read JSON as it comes: HttpClient.GetFromJsonAsAsyncEnumerable, curl -N.
    [HttpGet("/<symbol>/stream")]
    public IAsyncEnumerable<Quote>? Stream(string symbol, CancellationToken stop) =>
        market.Find(symbol) is null ? null : WatchWhileServingAsync(symbol, stop);

    // Before the upgrade: a client reads 404, not a connection that says nothing.
    internal IResult? VerifySymbol(string symbol) => market.Find(symbol) is null ? Results.NotFound() : null;

    // WebSockets and events end when the server stops. For an array it waits, and this one would not end before its patience does.
    private async IAsyncEnumerable<Quote> WatchWhileServingAsync(string symbol, [EnumeratorCancellation] CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
        await foreach (var quote in market.WatchAsync(symbol, end.Token))
        {
            yield return quote;
        }
    }
}
