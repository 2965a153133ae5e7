using System.Text;

namespace Benchmarks;

/// <summary>What is around a text.</summary>
internal sealed record Envelope(string Before, string After)
{
    public byte[] Around(string text) => Encoding.ASCII.GetBytes(Before + text + After);
}
