using System.Collections.Concurrent;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>The types that the descriptions of all mapped endpoints show. Nobody makes them before somebody describes something.</summary>
internal sealed class DescribedTypes
{
    private readonly ConcurrentQueue<Func<DescribedType[]>> _types = [];

    public void Add(Func<DescribedType[]> types) => _types.Enqueue(types);

    public DescribedType? Find(Type type) => _types.SelectMany(static types => types()).FirstOrDefault(described => described.Type == type);
}
