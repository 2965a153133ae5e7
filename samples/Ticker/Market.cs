using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Ticker;

/// <summary>The newest quote of each symbol, and all who watch one. However slow a watcher is, what it gets next is the newest.</summary>
public sealed class Market
{
    // A watcher is told that there is something new, not what: it looks when it is ready. So none can be given an older quote after a newer one.
    private static readonly BoundedChannelOptions OneSignal = new(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true };

    private readonly ConcurrentDictionary<string, Quote> _quotes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Channel<bool>, string> _watchers = [];

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
                watcher.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>The newest quote of a symbol, and each that follows, but for those that were outdated before they were asked for.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="end">Ends the sequence, without an exception.</param>
    public async IAsyncEnumerable<Quote> WatchAsync(string symbol, [EnumeratorCancellation] CancellationToken end = default)
    {
        var watcher = Channel.CreateBounded<bool>(OneSignal);
        watcher.Writer.TryWrite(true);
        _watchers[watcher] = symbol;
        using var ending = end.Register(() => watcher.Writer.TryComplete());
        try
        {
            Quote? last = null;
            await foreach (bool _ in watcher.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (Find(symbol) is { } quote && quote != last)
                {
                    yield return last = quote;
                }
            }
        }
        finally
        {
            _watchers.TryRemove(watcher, out _);
        }
    }
}
