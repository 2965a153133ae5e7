using System.Text;

namespace Benchmarks;

/// <summary>How a peer is spoken to, and how its listeners hear a text.</summary>
/// <param name="Listen">The path of who listens.</param>
/// <param name="Speak">The path of who speaks.</param>
/// <param name="Greeting">What is said first; empty for nothing.</param>
/// <param name="GreetingAnswer">What comes back for that.</param>
/// <param name="Said">What a speaker sends for a text.</param>
/// <param name="Heard">What a listener gets for a text.</param>
internal sealed record Dialect(string Listen, string Speak, string Greeting, string GreetingAnswer, Envelope Said, Envelope Heard)
{
    /// <summary>A message is the text.</summary>
    public static readonly Dialect Plain = new("/listen", "/speak", "", "", new("", ""), new("", ""));

    /// <summary>SignalR's protocol of JSON, each message ended by 0x1E.</summary>
    public static readonly Dialect SignalR = new(
        "/room?listen",
        "/room",
        "{\"protocol\":\"json\",\"version\":1}\u001e",
        "{}\u001e",
        new("{\"type\":1,\"target\":\"Speak\",\"arguments\":[\"", "\"]}\u001e"),
        new("{\"type\":1,\"target\":\"Hear\",\"arguments\":[\"", "\"]}\u001e"));

    /// <summary>What a listener hears when it has become one.</summary>
    public byte[] Welcome => [.. Encoding.ASCII.GetBytes(GreetingAnswer), .. Heard.Around("ready")];
}
