using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>A form with all that a description has to look into.</summary>
public sealed class Order
{
    public List<OrderLine> Lines { get; set; } = [];

    public Priority Priority { get; set; }

    public Color? Color { get; set; }

    public HashSet<Guid> Tags { get; set; } = [];

    public IReadOnlyDictionary<int, OrderLine>? ByNumber { get; set; }

    public IDictionary<string, Priority>? Priorities { get; set; }

    /// <summary>Orders inside of it.</summary>
    public List<Order>? Parts { get; set; }

    public Percentage Discount { get; set; }
}

public abstract class OrderPart
{
    public DateTime At { get; set; }
}

public sealed class OrderLine : OrderPart
{
    [Range(1, 9)]
    public int? Count { get; set; }

    [JsonPropertyName("what")]
    public string? Product { get; set; }

    public required Uri Link { get; set; }

    public Discount? Discount { get; set; }

    [JsonIgnore]
    public string Hidden => "";

    public string Shown => "";
}

public sealed record Discount(Percentage Part, string Reason, string? Code = null);

[JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
public enum Priority
{
    Low,
    High,
}
