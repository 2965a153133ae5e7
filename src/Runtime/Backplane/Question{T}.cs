namespace Upwire;

/// <summary>A question to the other servers, and what they have answered.</summary>
/// <param name="nodes">Those who are asked.</param>
internal sealed class Question<T>(IEnumerable<string> nodes) : Question(nodes)
{
    private readonly Dictionary<string, Parts<T>> _incoming = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T[]> _answers = new(StringComparer.Ordinal);

    /// <summary>What has been answered so far, by those who have done so to the end.</summary>
    public T[] Answers
    {
        get
        {
            lock (Gate)
            {
                return [.. _answers.Values.SelectMany(static answer => answer)];
            }
        }
    }

    /// <summary>A server has answered, or a part of that; also one that was not known counts, and each once.</summary>
    public void OnAnswer(string node, Part<T> part)
    {
        lock (Gate)
        {
            if (!_incoming.TryGetValue(node, out var parts))
            {
                _incoming.Add(node, parts = new());
            }

            if (!parts.TryComplete(part, out var answer))
            {
                return;
            }

            _answers.TryAdd(node, answer);
        }

        OnGone(node);
    }
}
