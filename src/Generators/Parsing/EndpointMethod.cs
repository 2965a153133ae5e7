using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.Generators.Parsing;

/// <summary>A method that has endpoint attributes. It is the same as long as its file is.</summary>
internal sealed class EndpointMethod : IEquatable<EndpointMethod>
{
    private readonly MethodDeclarationSyntax _syntax;
    private readonly WeakReference<Compilation> _compilation;

    private EndpointMethod(MethodDeclarationSyntax syntax, Compilation compilation)
    {
        _syntax = syntax;
        _compilation = WeakCompilation.Of(compilation);
    }

    public static EndpointMethod Of(GeneratorAttributeSyntaxContext context) => new((MethodDeclarationSyntax)context.TargetNode, context.SemanticModel.Compilation);

    /// <summary>
    /// The method's symbol. New declarations bring the compilation that they are of. Where they are still the same, the method's file
    /// was edited without an effect on them, and the compilation is the one that the method came with.
    /// </summary>
    public (IMethodSymbol Symbol, Compilation Compilation)? Find(Declarations declarations, CancellationToken cancellation)
    {
        var compilation = declarations.FindCompilation();
        if (compilation?.ContainsSyntaxTree(_syntax.SyntaxTree) != true && !_compilation.TryGetTarget(out compilation))
        {
            return null;
        }

        return compilation!.GetSemanticModel(_syntax.SyntaxTree).GetDeclaredSymbol(_syntax, cancellation) is IMethodSymbol symbol ? (symbol, compilation) : null;
    }

    public bool Equals(EndpointMethod? other) => _syntax == other?._syntax;

    public override bool Equals(object? obj) => Equals(obj as EndpointMethod);

    public override int GetHashCode() => _syntax.GetHashCode();
}
