namespace Ticker;

/// <summary>Makes prices: ten times a second, each goes up or down a little. One producer, however many watch.</summary>
public sealed class Exchange(Market market, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Symbols = ["ACME", "GLOBEX", "INITECH", "UMBRELLA"];

    // From the start on, whenever the loop comes to run.
    private readonly PeriodicTimer _timer = new(Period, time);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // There before the first request.
        foreach (string symbol in Symbols)
        {
            market.Publish(new(symbol, 100, time.GetUtcNow()));
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var quote in market.All)
            {
                decimal change = Random.Shared.Next(-50, 51) / 100m;
                market.Publish(quote with { Price = Math.Max(1, quote.Price + change), At = time.GetUtcNow() });
            }
        }
    }

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }
}
