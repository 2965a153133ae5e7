using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ticker;

/// <summary>The newest quote of each symbol, and all who watch one. However slow a watcher is, it costs one quote, and what it gets next is the newest.</summary>
public sealed class Market
{
    private static readonly BoundedChannelOptions LatestOnly = new(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };

    private readonly ConcurrentDictionary<string, Quote> _quotes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<Quote>, string> _watchers = [];

    public Quote[] All => [.. _quotes.Values.OrderBy(static quote => quote.Symbol, StringComparer.Ordinal)];

    public int WatcherCount => _watchers.Count;

    public Quote? Find(string symbol) => _quotes.GetValueOrDefault(symbol);

    public void Publish(Quote quote)
    {
        _quotes[quote.Symbol] = quote;
        foreach (var (watcher, symbol) in _watchers)
        {
            if (symbol == quote.Symbol)
            {
                watcher.Writer.TryWrite(quote);
            }
        }
    }

    /// <summary>The newest quote of a symbol, and each that follows, unless a newer one has come before it was asked for.</summary>
    public async IAsyncEnumerable<Quote> WatchAsync(string symbol, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var watcher = Channel.CreateBounded<Quote>(LatestOnly);
        _watchers[watcher] = symbol;
        try
        {
            // Registered first: a quote that comes meanwhile is not missed.
            if (Find(symbol) is { } quote)
            {
                watcher.Writer.TryWrite(quote);
            }

            await foreach (var next in watcher.Reader.ReadAllAsync(stop))
            {
                yield return next;
            }
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }
}
