namespace Benchmarks;

/// <summary>What is said, and to how many.</summary>
/// <param name="Id">How it is chosen on the command line.</param>
/// <param name="Listeners">How many connections hear everything.</param>
/// <param name="Size">The characters of a text.</param>
/// <param name="Speakers">How many connections speak, each of them one text after the other: so many are in flight.</param>
internal sealed record Row(string Id, int Listeners, int Size, int Speakers)
{
    public static readonly Row[] All =
    [
        .. from listeners in new[] { 500, 5_000 }
           from size in new[] { 32, 1024 }
           from speakers in new[] { 1, 8 }
           select new Row($"{listeners}x{size}x{speakers}", listeners, size, speakers),
    ];
}
