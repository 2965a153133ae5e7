using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>References that keep no compilation alive, one for each.</summary>
internal static class WeakCompilation
{
    private static readonly ConditionalWeakTable<Compilation, WeakReference<Compilation>> Cache = new();

    public static WeakReference<Compilation> Of(Compilation compilation) => Cache.GetValue(compilation, static c => new(c));
}
