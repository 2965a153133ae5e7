namespace Ticker;

/// <summary>A price, and when it was made.</summary>
public sealed record Quote(string Symbol, decimal Price, DateTimeOffset At);
