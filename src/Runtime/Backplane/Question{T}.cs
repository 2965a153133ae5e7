namespace Upwire;

/// <summary>A question to the other servers, and what they have answered.</summary>
/// <param name="nodes">Those who are asked.</param>
internal sealed class Question<T>(IEnumerable<string> nodes) : Question(nodes)
{
    private readonly Dictionary<string, T> _answers = new(StringComparer.Ordinal);

    /// <summary>What has been answered so far.</summary>
    public T[] Answers
    {
        get
        {
            lock (Gate)
            {
                return [.. _answers.Values];
            }
        }
    }

    /// <summary>A server has answered; also one that was not known counts, and each once.</summary>
    public void OnAnswer(string node, T answer)
    {
        lock (Gate)
        {
            _answers.TryAdd(node, answer);
        }

        OnGone(node);
    }
}
