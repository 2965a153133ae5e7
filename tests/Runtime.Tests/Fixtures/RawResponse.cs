namespace Upwire.Runtime.Tests;

/// <summary>The head of an HTTP/1.1 response.</summary>
internal sealed record RawResponse(int Status, ILookup<string, string> Headers)
{
    public string this[string header] => Assert.Single(Headers[header]);

    public static RawResponse Parse(string head)
    {
        string[] lines = head.Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        return new(int.Parse(lines[0].Split(' ')[1], null), headers);
    }
}
