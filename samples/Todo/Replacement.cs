namespace Todo;

/// <summary>What became of an item that was to be replaced.</summary>
public enum Replacement
{
    Done,
    NotFound,
    TitleTaken,
}
