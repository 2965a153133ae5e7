using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Upwire.Runtime.Tests;

/// <summary>Keeps what is logged under some categories: those of the engine, unless others are named.</summary>
internal sealed class LogCapture(params string[] categories) : ILoggerProvider, ILogger
{
    private readonly string[] _categories = categories is [] ? [ConnectionLog.Category, BackplaneLog.Category] : categories;
    private readonly ConcurrentQueue<(LogLevel Level, string Message, Exception? Exception)> _entries = new();

    public IReadOnlyCollection<(LogLevel Level, string Message, Exception? Exception)> Entries => _entries;

    /// <summary>What somebody should look at.</summary>
    public IEnumerable<(LogLevel Level, string Message, Exception? Exception)> Warnings => _entries.Where(static entry => entry.Level >= LogLevel.Warning);

    public ILogger CreateLogger(string categoryName) => _categories.Contains(categoryName) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
