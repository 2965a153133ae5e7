namespace Upwire.Integration.Tests.Hostile;

/// <summary>What a server said to a request that no decent client sends.</summary>
public sealed record HostileAnswer(int Status, string Head, string Body)
{
    /// <summary>Whether Upwire has answered it, in its own form: the server itself sends no content.</summary>
    public bool IsProblem => Head.Contains("Content-Type: application/problem+json\r\n", StringComparison.Ordinal);

    public static HostileAnswer Parse(string text)
    {
        Assert.StartsWith("HTTP/1.1 ", text, StringComparison.Ordinal);
        string[] parts = text.Split("\r\n\r\n", 2);
        return new(int.Parse(parts[0].AsSpan(9, 3), null), $"{parts[0]}\r\n", parts[1]);
    }
}
