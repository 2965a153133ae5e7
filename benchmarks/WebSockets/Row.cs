namespace Benchmarks;

/// <summary>Something that is measured of every peer.</summary>
/// <param name="Id">How it is chosen on the command line.</param>
/// <param name="Name">What it is.</param>
/// <param name="OpenAsync">Begins it with a server.</param>
internal sealed record Row(string Id, string Name, Func<Uri, Task<ILoad>> OpenAsync)
{
    public static readonly Row[] All =
    [
        new("single", "32 B, 64 x 1", static server => EchoLoad.OpenAsync(server, "/echo", new(Connections: 64, InFlight: 1, Size: 32))),
        new("pipelined", "32 B, 64 x 16", static server => EchoLoad.OpenAsync(server, "/echo", new(Connections: 64, InFlight: 16, Size: 32))),
        new("text", "32 B as string, 64 x 16", static server => EchoLoad.OpenAsync(server, "/text", new(Connections: 64, InFlight: 16, Size: 32, EchoTraffic.Text))),
        new("large", "16 KiB, 16 x 4", static server => EchoLoad.OpenAsync(server, "/echo?buffer=16384", new(Connections: 16, InFlight: 4, Size: 16 * 1024))),
        new("handshakes", "open and close, 16", static server => Task.FromResult<ILoad>(new HandshakeLoad(server, "/echo", connections: 16))),
    ];
}
