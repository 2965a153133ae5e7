namespace Upwire.Generators.Matching;

/// <summary>A host as <c>[Host]</c> names it: <c>example.com</c>, <c>*.example.com</c>, <c>*</c>, each with or without a port.</summary>
internal static class HostPattern
{
    /// <summary>Whether one request can be for both.</summary>
    public static bool Overlap(string one, string other)
    {
        var (host, port) = Split(one);
        var (otherHost, otherPort) = Split(other);
        return (port == otherPort || port == "*" || otherPort == "*")
            && (Covers(host, otherHost) || Covers(otherHost, host));
    }

    private static bool Covers(string pattern, string host) =>
        pattern == "*"
        || string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase)
        || (pattern.StartsWith("*.", StringComparison.Ordinal) && host.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase));

    private static (string Host, string Port) Split(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf(']') ? (text.Substring(0, colon), text.Substring(colon + 1)) : (text, "*");
    }
}
