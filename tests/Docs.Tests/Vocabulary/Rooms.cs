// Of what the pages talk, so that none has to declare it again: rooms, who is in them and what is said. A member of this file is one of the
// class that fragments are put into; a type stands beside it. What a fragment declares itself goes before.

private readonly WebApplicationBuilder builder = null!;
private readonly WebApplication app = null!;
private readonly IRoomStore rooms = null!;
private readonly IHallStore halls = null!;
private readonly IBookingStore bookings = null!;
private readonly IAccountStore accounts = null!;
private readonly PriceFeed prices = null!;
private readonly byte[] buffer = [];
private readonly WebSocketConnections connections = null!;

public sealed record Room(int Id, string Name);

public sealed record Hall(long Id);

public sealed record Owner(string Name);

public sealed record Position(int Floor, int Door) : IParsable<Position>
{
    public static Position Parse(string s, IFormatProvider? provider) => throw null!;
    public static bool TryParse(string? s, IFormatProvider? provider, out Position result) => throw null!;
}

public sealed record Address(string Street, int Number);

public sealed class Booking;

public sealed record Paging(int Page = 1, int Size = 20);

public sealed record Page(IReadOnlyList<Room> Rooms);

public sealed record Request(string Text);

public sealed record Reply(string Text);

public sealed record Order(string Symbol, int Count);

public sealed record Quote(string Symbol, decimal Price);

public interface IIndex;

public interface IRoomStore
{
    IReadOnlyList<Room> All { get; }
    Room? Find(int id);
    Room? Find(string name);
    Room? Find(Guid id);
    Room? Find(string building, int id);
    Room Add(Room room);
    Room Add(Room room, Owner owner);
    Task<Room?> FindAsync(int id, CancellationToken stop);
    Task JoinAsync(int id, WebSocketConnection socket);
    Task EnterAsync(WebSocketConnection socket);
    Task LeaveAsync(WebSocketConnection socket);
    Room? At(Position position);
    Task Join(int id);
    Task Join(int id, WebSocketConnection socket);
    void Say(string text);
    void Say(string text, WebSocketConnection socket);
    void Say(int id, string text);
    bool Has(int id, ClaimsPrincipal user);
    Task<bool> HasAsync(int id, ClaimsPrincipal user, string token, CancellationToken stop);
    bool Speaks(string room, string protocol);
}

public interface IHallStore
{
    Hall? Find(int? id);
}

public sealed class RoomStore
{
    public IReadOnlyList<Room> All => [];
}

public interface IBookingStore
{
    void Add(Booking booking);
}

public interface IAccountStore
{
    Task Serve(ClaimsPrincipal user, WebSocketConnection socket);
}

public sealed class PriceFeed : List<ReadOnlyMemory<byte>>
{
    public Task Serve(WebSocketConnection socket) => Task.CompletedTask;
}

public sealed class NatsBackplane : IUpwireBackplane
{
    public Task StartAsync(IUpwireBackplaneReceiver receiver, CancellationToken cancellationToken) => Task.CompletedTask;
    public Task SubscribeAsync(string channel, CancellationToken cancellationToken) => Task.CompletedTask;
    public Task UnsubscribeAsync(string channel, CancellationToken cancellationToken) => Task.CompletedTask;
    public ValueTask PublishAsync(string channel, ReadOnlyMemory<byte> message) => ValueTask.CompletedTask;
}

[JsonSerializable(typeof(Room))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
