namespace Upwire;

/// <summary>The origins whose pages may open an endpoint's connections, where it names some.</summary>
internal sealed class AllowedOrigins
{
    private const string Any = "*";
    private const string AnyBelow = "://*.";

    private readonly string[] _patterns;
    private readonly Uri?[] _origins;

    private AllowedOrigins(string[] patterns)
    {
        _patterns = patterns;
        _origins = Array.ConvertAll(patterns, ParsePattern);
    }

    /// <summary>The endpoint's, or the application's; null where none are named.</summary>
    public static AllowedOrigins? Resolve(CompilerServices.WebSocketSettings endpoint, UpwireWebSocketOptions application) =>
        (endpoint.Origins ?? application.Origins) is { Length: > 0 } patterns ? new(patterns) : null;

    public static void ThrowIfInvalid(string[] patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        foreach (string pattern in patterns)
        {
            if (pattern is null || (pattern != Any && !IsOpaque(pattern) && ParsePattern(pattern) is null))
            {
                throw new ArgumentException(
                    $"'{pattern}' is no origin: a scheme, a host and, if it is not the scheme's, a port, as in 'https://example.com' or 'https://*.example.com', or '*' for any.",
                    nameof(patterns));
            }
        }
    }

    public bool Allow(string origin)
    {
        var uri = Parse(origin);
        for (int i = 0; i < _patterns.Length; i++)
        {
            if (_patterns[i] == Any
                || (IsOpaque(_patterns[i]) && IsOpaque(origin))
                || (_origins[i] is { } allowed && uri is not null && Matches(uri, allowed, IsAnyBelow(_patterns[i]))))
            {
                return true;
            }
        }

        return false;
    }

    // What browsers send of pages without an origin: a sandboxed frame, a file.
    private static bool IsOpaque(string origin) => origin == "null";

    private static bool IsAnyBelow(string pattern) => pattern.Contains(AnyBelow, StringComparison.Ordinal);

    private static bool Matches(Uri origin, Uri allowed, bool isAnyBelow) =>
        string.Equals(origin.Scheme, allowed.Scheme, StringComparison.OrdinalIgnoreCase)
        && origin.Port == allowed.Port
        && (isAnyBelow
            ? origin.IdnHost.EndsWith("." + allowed.IdnHost, StringComparison.OrdinalIgnoreCase)
            : string.Equals(origin.IdnHost, allowed.IdnHost, StringComparison.OrdinalIgnoreCase));

    // Of a pattern for all below a host, that host.
    private static Uri? ParsePattern(string pattern) => Parse(pattern.Replace(AnyBelow, "://", StringComparison.Ordinal));

    // RFC 6454 6.2: nothing but scheme, host and port.
    private static Uri? Parse(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/", Fragment: "" }
        && !origin.EndsWith('/')
            ? uri
            : null;
}
