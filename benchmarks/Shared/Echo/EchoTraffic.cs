namespace Benchmarks;

/// <summary>What is sent to be sent back.</summary>
/// <param name="Connections">How many connections.</param>
/// <param name="InFlight">How many messages at once on each.</param>
/// <param name="Size">The bytes of a message.</param>
/// <param name="Opcode">Text or binary (RFC 6455 5.2).</param>
internal sealed record EchoTraffic(int Connections, int InFlight, int Size, byte Opcode = EchoTraffic.Binary)
{
    public const byte Text = 1;
    public const byte Binary = 2;
}
