using System.Text.Json;

namespace Benchmarks;

/// <summary>A request that every peer answers alike.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query string, with its question mark.</param>
/// <param name="Template">The route, as ASP.NET Core writes it.</param>
/// <param name="Body">The JSON that is sent.</param>
public sealed record Row(string Name, string Method, string Path, string Query, string Template, byte[] Body)
{
    public static readonly Row[] All =
    [
        new("text", "GET", "/text", "", "/text", []),
        new("JSON out", "GET", "/json", "", "/json", []),
        new("JSON in", "POST", "/json", "", "/json", JsonSerializer.SerializeToUtf8Bytes(Order.Sample, PeerJsonContext.Default.Order)),
        new("3 + query", "GET", "/customers/12/orders/345/lines/a-7", "?page=2", "/customers/{customer}/orders/{order}/lines/{line}", []),
    ];
}
