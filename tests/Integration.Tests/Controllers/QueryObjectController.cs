using System.Runtime.Serialization;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Objects and collections that fields of the query make.</summary>
[Route("/query-object")]
public static class QueryObjectController
{
    [HttpGet("/search")]
    public static Search Get([FromQuery] Search search) => search;

    [HttpGet("/optional")]
    public static string Optional([FromQuery] Range? range) => range is null ? "null" : $"{range.From}-{range.To}";

    [HttpGet("/two")]
    public static string Two([FromQuery] Range first, [FromQuery] Range second) => $"{first.From}-{first.To} {second.From}-{second.To}";

    [HttpGet("/named")]
    public static string Named([FromQuery(Name = "r")] Range range) => $"{range.From}-{range.To}";

    [HttpGet("/list")]
    public static string List([FromQuery] List<int> ids) => string.Join(',', ids);

    [HttpGet("/ranges")]
    public static string Ranges([FromQuery] IReadOnlyList<Range> ranges) => string.Join(' ', ranges.Select(range => $"{range.From}-{range.To}"));

    [HttpGet("/labels")]
    public static string Labels([FromQuery] Dictionary<string, int> labels) => string.Join(' ', labels.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));

    [HttpGet("/tree")]
    public static string Tree([FromQuery] Node node) => node.ToString();

    [HttpGet("/area")]
    public static string AreaOf([FromQuery] Area? area) => area is { } value ? $"{value.Width}x{value.Height}" : "null";

    public sealed record Range(int From, int To = 100);

    public readonly record struct Area(int Width, int Height);

    public sealed class Search
    {
        private string _text = "";

        public string Text { get => _text; set => _text = value ?? throw new ArgumentNullException(nameof(value)); }

        public int Size { get; set; } = 20;

        public Color? Color { get; init; } = Controllers.Color.Green;

        public string Origin { get; init; } = "here";

        public Range? Range { get; set; }

        public IReadOnlyList<string> Tags { get; set; } = ["none"];

        public HashSet<int> Years { get; set; } = [];

        [DataMember(Name = "q")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public bool IsAdmin { get; set; }

        public string Untouched { get; } = "fixed";
    }

    public sealed record Node(string Name, Node? Next, List<Node> Children)
    {
        public override string ToString() => $"{Name}({Next})[{string.Join(' ', Children)}]";
    }
}
