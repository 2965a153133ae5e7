namespace Upwire.Generators.Matching;

/// <summary>The whole numbers from one to another, both among them.</summary>
internal readonly record struct ValueRange(long Least, long Most)
{
    public bool IsEmpty => Least > Most;

    public bool Contains(long value) => value >= Least && value <= Most;

    public ValueRange Intersect(ValueRange other) => new(Math.Max(Least, other.Least), Math.Min(Most, other.Most));
}
