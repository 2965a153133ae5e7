using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>The handler that a diagnostic is about, which may stand in another file than the diagnostic: that of a class's prefix.</summary>
internal sealed class HandlerEdit
{
    private readonly Document _document;
    private readonly SyntaxNode _root;

    private HandlerEdit(Document document, SyntaxNode root, MethodDeclarationSyntax method)
    {
        _document = document;
        _root = root;
        Method = method;
    }

    public MethodDeclarationSyntax Method { get; }

    /// <summary>Finds the handler; null where it is no ordinary method.</summary>
    public static Task<HandlerEdit?> FindAsync(Document origin, Diagnostic diagnostic, CancellationToken cancellation) =>
        FindAsync(origin.Project.Solution, diagnostic, cancellation);

    /// <summary>Finds the handler; null where it is no ordinary method.</summary>
    public static async Task<HandlerEdit?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var location = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : null;
        var document = solution.GetDocument(location?.SourceTree);
        return document is not null
            && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
            && root.FindToken(location!.SourceSpan.Start).Parent is MethodDeclarationSyntax method
                ? new(document, root, method)
                : null;
    }

    /// <summary>A type as it is written in the handler's file: simplified, and with a <c>using</c> where it needs one.</summary>
    public async Task<TypeSyntax?> TypeAsync(string metadataName, CancellationToken cancellation, params SpecialType[] arguments)
    {
        if (await _document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(metadataName) is not { } type)
        {
            return null;
        }

        var closed = arguments.Length == 0 ? type : type.Construct([.. arguments.Select(model.Compilation.GetSpecialType)]);
        var syntax = (TypeSyntax)SyntaxGenerator.GetGenerator(_document).TypeExpression(closed).WithAdditionalAnnotations(Simplifier.Annotation);
        return closed.SpecialType is not (SpecialType.None or SpecialType.System_DateTime) || model.LookupNamespacesAndTypes(Method.SpanStart, name: type.Name).Contains(type, SymbolEqualityComparer.Default)
            ? syntax
            : syntax.NeedingImport(type.ContainingNamespace.ToDisplayString());
    }

    /// <summary>Whether references in the handler's file say by <c>?</c> that they may be null.</summary>
    public async Task<bool> IsNullableAsync(CancellationToken cancellation) =>
        (await _document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))?.GetNullableContext(Method.SpanStart).AnnotationsEnabled() == true;

    /// <summary>The symbol of the handler.</summary>
    public async Task<IMethodSymbol?> SymbolAsync(CancellationToken cancellation) =>
        (await _document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))?.GetDeclaredSymbol(Method, cancellation) as IMethodSymbol;

    /// <summary>Whether the handler's signature is not its own to change.</summary>
    public async Task<bool> IsImposedAsync(CancellationToken cancellation) =>
        (await SymbolAsync(cancellation).ConfigureAwait(false))?.IsImposed() == true;

    /// <summary>Whether derived classes override the handler, and would have to take what it takes.</summary>
    public async Task<bool> IsOverriddenAsync(CancellationToken cancellation) =>
        await SymbolAsync(cancellation).ConfigureAwait(false) is { IsVirtual: true } method
        && (await SymbolFinder.FindOverridesAsync(method, _document.Project.Solution, cancellationToken: cancellation).ConfigureAwait(false)).Any();

    /// <summary>The symbol of a parameter of the handler.</summary>
    public async Task<ISymbol?> ParameterAsync(string name, CancellationToken cancellation) =>
        (await SymbolAsync(cancellation).ConfigureAwait(false))?.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>What the attributes of the handler declare.</summary>
    public async Task<IReadOnlyList<EndpointDeclaration>> EndpointsAsync(CancellationToken cancellation) =>
        await SymbolAsync(cancellation).ConfigureAwait(false) is { } method
        && await _document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation
            ? [.. EndpointDeclaration.Of(method, KnownSymbols.Of(compilation))]
            : [];

    /// <summary>The solution with a method behind the handler, and the usings that it needs.</summary>
    public Solution Insert(MethodDeclarationSyntax method) =>
        _document.WithSyntaxRoot(_root.InsertNodesAfter(Method, [method]).WithImports()).Project.Solution;

    /// <summary>The solution with a node of the handler replaced, and the usings that the new one needs.</summary>
    public Solution Replace(SyntaxNode node, SyntaxNode replacement) =>
        _document.WithSyntaxRoot(_root.ReplaceNode(node, replacement).WithImports()).Project.Solution;
}
