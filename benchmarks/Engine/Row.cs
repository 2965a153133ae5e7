namespace Benchmarks;

/// <summary>What is sent, and where to.</summary>
internal sealed record Row(string Name, string Path, EchoTraffic Traffic)
{
    public static readonly Row[] All =
    [
        new("32 B, 1 in flight", "/echo", new(Connections: 1, InFlight: 1, Size: 32)),
        new("32 B, 16 in flight", "/echo", new(Connections: 1, InFlight: 16, Size: 32)),
        new("32 B as string, 16 in flight", "/text", new(Connections: 1, InFlight: 16, Size: 32, EchoTraffic.Text)),
        new("16 KiB, 4 in flight", "/echo?buffer=16384", new(Connections: 1, InFlight: 4, Size: 16 * 1024)),
    ];

    public byte[] Request => ClientSocket.Request(new Uri("http://localhost"), Path);
}
