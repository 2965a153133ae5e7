using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests.Inspection;

/// <summary>Keeps what an application logs as an error.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    /// <summary>Takes what has been logged so far, so that the next one finds only what comes after.</summary>
    public string Take()
    {
        var lines = new StringBuilder();
        while (_lines.TryDequeue(out string? line))
        {
            lines.AppendLine(line);
        }

        return lines.ToString();
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
