using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Redis.Tests;

/// <summary>Keeps what the backplane logs, and lets a test wait for it.</summary>
internal sealed class LogCapture : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(EventId Id, string Text)> _entries = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = new();

    public IReadOnlyCollection<(EventId Id, string Text)> Entries => _entries;

    public string AllText => string.Join('\n', _entries.Select(static entry => entry.Text));

    public int Count(string name) => _entries.Count(entry => entry.Id.Name == name);

    /// <summary>Waits for the first entry with this number.</summary>
    public Task FirstAsync(int id) => Within.Time(Awaited(id).Task, $"log entry {id}");

    public ILogger CreateLogger(string categoryName) => categoryName == RedisLog.Category ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _entries.Enqueue((eventId, $"{formatter(state, exception)} {exception}"));
        Awaited(eventId.Id).TrySetResult();
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource Awaited(int id) => _awaited.GetOrAdd(id, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
