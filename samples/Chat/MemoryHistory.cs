using Microsoft.Extensions.Caching.Memory;

namespace Chat;

/// <summary>The history of one server, for as long as it runs.</summary>
public sealed class MemoryHistory : IChatHistory, IDisposable
{
    private static readonly MemoryCacheEntryOptions Entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) };

    private readonly Lock _gate = new();
    private readonly MemoryCache _rooms = new(new MemoryCacheOptions { SizeLimit = 1_000 });

    public Task AddAsync(string room, byte[] message)
    {
        lock (_gate)
        {
            var messages = _rooms.Get<byte[][]>(room) ?? [];
            _rooms.Set(room, (byte[][])[.. messages.TakeLast(IChatHistory.MaxMessages - 1), message], Entry);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<byte[]>> ReadAsync(string room) => Task.FromResult<IReadOnlyList<byte[]>>(_rooms.Get<byte[][]>(room) ?? []);

    public void Dispose() => _rooms.Dispose();
}
