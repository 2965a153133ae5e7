namespace Upwire;

/// <summary>What endpoints turn out to lack while they are built. When the application starts, all of it is collected; later, the first is thrown.</summary>
internal sealed class StartUpProblems
{
    // By what is missing; the endpoints that miss it.
    private readonly Dictionary<string, SortedSet<string>> _problems = new(StringComparer.Ordinal);

    /// <summary>Whether problems are collected.</summary>
    public bool IsCollecting { get; private set; }

    public void Begin() => IsCollecting = true;

    /// <summary>Notes that an endpoint lacks something.</summary>
    /// <param name="endpoint">The endpoint's display name.</param>
    /// <param name="problem">What is missing and how it is mended.</param>
    /// <exception cref="InvalidOperationException">Problems are not collected.</exception>
    public void Report(string? endpoint, string problem)
    {
        if (!IsCollecting)
        {
            throw new InvalidOperationException(Describe(problem, [endpoint ?? ""]));
        }

        if (!_problems.TryGetValue(problem, out var endpoints))
        {
            _problems.Add(problem, endpoints = new(StringComparer.Ordinal));
        }

        endpoints.Add(endpoint ?? "");
    }

    /// <summary>Ends the collection.</summary>
    /// <exception cref="UpwireStartUpException">There were problems.</exception>
    public void End()
    {
        IsCollecting = false;
        if (_problems.Count > 0)
        {
            throw new UpwireStartUpException([.. _problems.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => Describe(pair.Key, pair.Value))]);
        }
    }

    private static string Describe(string problem, SortedSet<string> endpoints)
    {
        const int Shown = 3;
        string others = endpoints.Count > Shown ? $" and {endpoints.Count - Shown} more" : "";
        return $"{problem} (needed by {string.Join(", ", endpoints.Take(Shown))}{others})";
    }
}
