namespace Upwire.Generators.Rules;

/// <summary>The name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>Finds the candidate with the fewest edits, if it is near enough to be a slip of the fingers.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        int limit = Math.Max(1, name.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.distance <= limit)
            .OrderBy(static pair => pair.distance)
            .Select(static pair => pair.candidate)
            .FirstOrDefault();
    }

    // Levenshtein's, with two letters in the wrong order as one edit.
    private static int Distance(string left, string right)
    {
        int[,] distances = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(
                        distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1),
                        1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));

                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[left.Length, right.Length];
    }
}
