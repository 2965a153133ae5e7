namespace Benchmarks;

/// <summary>Measures by turns, so that whatever slows the machine down slows all that is compared.</summary>
internal static class Turns
{
    /// <param name="compared">What is compared.</param>
    /// <param name="rounds">How many rounds count.</param>
    /// <param name="warmUp">How many come before them.</param>
    /// <param name="measure">Measures one of those compared, for one round.</param>
    /// <returns>The rounds of each, in the order of <paramref name="compared"/>.</returns>
    public static async Task<List<List<TRound>>> TakeAsync<T, TRound>(IReadOnlyList<T> compared, int rounds, int warmUp, Func<T, Task<TRound>> measure)
    {
        var taken = compared.Select(static _ => new List<TRound>()).ToList();
        for (int round = -warmUp; round < rounds; round++)
        {
            for (int i = 0; i < compared.Count; i++)
            {
                var measured = await measure(compared[i]);
                if (round >= 0)
                {
                    taken[i].Add(measured);
                }
            }
        }

        return taken;
    }
}
