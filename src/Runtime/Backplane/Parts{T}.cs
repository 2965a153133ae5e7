using System.Diagnostics.CodeAnalysis;

namespace Upwire;

/// <summary>Puts together what comes in parts, in their order; where one of them is lost, there is nothing until a first one comes again.</summary>
internal sealed class Parts<T>
{
    private readonly List<T> _items = [];

    /// <summary>Takes the next part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="all">All items, if it was the last.</param>
    /// <returns>Whether all are there now.</returns>
    public bool TryComplete(Part<T> part, [NotNullWhen(true)] out T[]? all)
    {
        all = null;
        if (part.First == 0)
        {
            _items.Clear();
        }

        if (part.First != _items.Count)
        {
            return false;
        }

        _items.AddRange(part.Items);
        if (_items.Count < part.Total)
        {
            return false;
        }

        all = [.. _items];
        _items.Clear();
        return true;
    }
}
