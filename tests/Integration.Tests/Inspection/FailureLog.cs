using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests;

/// <summary>Keeps what an application logs as an error.</summary>
public sealed class FailureLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Takes what has been logged so far, so that the next one finds only what comes after.</summary>
    public IReadOnlyCollection<string> Take()
    {
        var lines = new List<string>();
        while (_lines.TryDequeue(out string? line))
        {
            lines.Add(line);
        }

        return lines;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
