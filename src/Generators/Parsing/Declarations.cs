using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators.Parsing;

/// <summary>
/// What a project declares and references, without what its methods do. While that stays the same, so does all that is generated,
/// which most keystrokes change nothing of.
/// </summary>
internal sealed class Declarations : IEquatable<Declarations>
{
    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;

    // Weak, so that no compilation outlives the editor's interest in it. It is asked in the run that it is new in.
    private readonly WeakReference<Compilation> _compilation;

    private Declarations(Compilation compilation)
    {
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _trees = ((CSharpCompilation)compilation).SyntaxTrees;
        _references = [.. compilation.References];
        _compilation = WeakCompilation.Of(compilation);
    }

    public static Declarations Of(Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(compilation);
    }

    /// <summary>The compilation that was first to declare all this, unless it is gone.</summary>
    public Compilation? FindCompilation() => _compilation.TryGetTarget(out var compilation) ? compilation : null;

    public bool Equals(Declarations? other) =>
        other is not null
        && _assemblyName == other._assemblyName
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && _trees.Length == other._trees.Length
        && _trees.Zip(other._trees, AreEquivalent).All(static equivalent => equivalent);

    public override bool Equals(object? obj) => Equals(obj as Declarations);

    public override int GetHashCode() => _trees.Length;

    private static bool AreEquivalent(SyntaxTree one, SyntaxTree other) =>
        one == other
        || (one.FilePath == other.FilePath
            && one.Options.Equals(other.Options)
            && SyntaxFactory.AreEquivalent(one, other, topLevel: true));
}
