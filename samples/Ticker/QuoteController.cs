using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Upwire;

namespace Ticker;

/// <summary>Quotes, once or as they come, in three protocols.</summary>
[Route("/quotes")]
public sealed class QuoteController(Market market)
{
    [HttpGet]
    public Quote[] List() => market.All;

    // Null answers 404.
    [HttpGet("/<symbol>")]
    public Quote? Get(string symbol) => market.Find(symbol);

    // The same path as a WebSocket. A small send buffer makes the sequence wait for a slow client early; while it waits, newer
    // quotes take the place of older ones (Market), so that what is sent next is the newest.
    [WebSocket("/<symbol>", SendBufferSize = 4096, Verify = nameof(VerifySymbol))]
    public IAsyncEnumerable<Quote> Watch(string symbol, CancellationToken stop) => market.WatchAsync(symbol, stop);

    // Server-sent events, for who wants no more than that: curl -N http://localhost:5000/quotes/ACME/events
    [HttpGet("/<symbol>/events")]
    public async IAsyncEnumerable<SseItem<Quote>> Events(string symbol, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var quote in market.WatchAsync(symbol, stop))
        {
            yield return new(quote);
        }
    }

    // Before the upgrade: a client reads 404, not a connection that says nothing.
    internal IResult? VerifySymbol(string symbol) => market.Find(symbol) is null ? Results.NotFound() : null;
}
