namespace Benchmarks;

/// <summary>What is said, and to how many.</summary>
/// <param name="Listeners">How many connections hear everything.</param>
/// <param name="Size">The characters of a text.</param>
/// <param name="Speakers">How many connections speak, each of them one text after the other: so many are in flight.</param>
internal sealed record Row(int Listeners, int Size, int Speakers)
{
    /// <summary>How it is chosen on the command line.</summary>
    public string Id => $"{Listeners}x{Size}x{Speakers}";

    /// <summary>Finds the rows that are asked for, or says which there are.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="ids">Which of them; none for all.</param>
    /// <returns>The rows, or none where one is not there.</returns>
    public static IReadOnlyList<Row> Choose(IReadOnlyList<Row> rows, IReadOnlyList<string> ids)
    {
        if (ids.Except(rows.Select(static row => row.Id)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no row '{unknown}', but {string.Join(", ", rows.Select(static row => row.Id))}.");
            return [];
        }

        return ids.Count == 0 ? rows : [.. rows.Where(row => ids.Contains(row.Id))];
    }
}
