using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Redis.Tests;

/// <summary>Keeps what is logged under some categories, the Redis backplane's unless others are named, and lets a test wait for it.</summary>
internal sealed class LogCapture(params string[] categories) : ILoggerProvider, ILogger
{
    private readonly string[] _categories = categories is [] ? [RedisLog.Category] : categories;
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> _entries = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _awaited = new();

    public IReadOnlyCollection<(LogLevel Level, EventId Id, string Text)> Entries => _entries;

    /// <summary>What somebody should look at.</summary>
    public IEnumerable<string> Warnings => _entries.Where(static entry => entry.Level >= LogLevel.Warning).Select(static entry => entry.Text);

    public string AllText => string.Join('\n', _entries.Select(static entry => entry.Text));

    public int Count(string name) => _entries.Count(entry => entry.Id.Name == name);

    /// <summary>Waits for the first entry with this number.</summary>
    public Task FirstAsync(int id) => Within.Time(Awaited(id).Task, $"log entry {id}");

    public ILogger CreateLogger(string categoryName) => _categories.Contains(categoryName) ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _entries.Enqueue((logLevel, eventId, $"{formatter(state, exception)} {exception}"));
        Awaited(eventId.Id).TrySetResult();
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource Awaited(int id) => _awaited.GetOrAdd(id, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
