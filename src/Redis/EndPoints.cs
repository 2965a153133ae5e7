using System.Net;

namespace Upwire.Redis;

/// <summary>Writes addresses of servers as people do.</summary>
internal static class EndPoints
{
    public static string Format(EndPoint? endPoint) => endPoint switch
    {
        null => "an unknown server",
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        _ => endPoint.ToString()!,
    };

    public static string Format(IEnumerable<EndPoint> endPoints) => string.Join(", ", endPoints.Select(Format));
}
