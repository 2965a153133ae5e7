namespace Todo;

/// <summary>Something to do.</summary>
public sealed record TodoItem
{
    public long Id { get; init; }

    public required string Title { get; init; }

    public bool IsDone { get; init; }
}
