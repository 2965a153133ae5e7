using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.CodeFixes;

/// <summary>Tries, by the rules themselves, what becomes of a handler with other attributes at a parameter.</summary>
internal sealed class SourceChoices
{
    private readonly Compilation _compilation;
    private readonly SemanticModel _model;
    private readonly SyntaxNode _root;
    private readonly ParameterSyntax _syntax;
    private readonly IMethodSymbol _handler;
    private readonly KnownSymbols _known;
    private readonly int _violations;

    private SourceChoices(SemanticModel model, SyntaxNode root, ParameterSyntax syntax, IParameterSymbol parameter, IMethodSymbol handler)
    {
        _compilation = model.Compilation;
        _model = model;
        _root = root;
        _syntax = syntax;
        _handler = handler;
        _known = KnownSymbols.Of(_compilation);
        _violations = CountViolations(handler, _known);
        Sources = [.. BindingTarget.Of(parameter).FindSources(_known).Select(static source => source.ApplicationSyntaxReference?.GetSyntax()).OfType<AttributeSyntax>().Where(syntax.Contains)];
    }

    /// <summary>The attributes that say where the parameter comes from.</summary>
    public IReadOnlyList<AttributeSyntax> Sources { get; }

    /// <summary>Whether each endpoint of the handler is for requests that are expected to have a body.</summary>
    public bool ExpectsBody => EndpointDeclaration.Of(_handler, _known).All(static endpoint => endpoint.InfersBody || endpoint.Kind.IsToldVerb);

    /// <summary>Finds the parameter that a diagnostic is about; null where it is none, or nothing can be said of it.</summary>
    public static async Task<SourceChoices?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation) =>
        await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
        && root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is ParameterSyntax syntax
        && syntax.Identifier.Span == diagnostic.Location.SourceSpan
        && model.GetDeclaredSymbol(syntax, cancellation) is IParameterSymbol { Type.TypeKind: not TypeKind.Error } parameter
        && !parameter.Type.ContainsPointer()
        && await HandlerEdit.FindAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } edit
        && await edit.SymbolAsync(cancellation).ConfigureAwait(false) is { } handler
            ? new(model, root, syntax, parameter, handler)
            : null;

    /// <summary>The file with an attribute added, or put in the place of the only one; null where the handler would break as many rules as before.</summary>
    public SyntaxNode? Add(string name)
    {
        var attribute = UpwireAttribute.Write(name, _model, _syntax.SpanStart);
        return Sources switch
        {
            [] => Try(_syntax.WithAttribute(attribute)),
            [{ ArgumentList: null } only] => Try(_syntax.ReplaceNode(only.Name, attribute.WithTriviaFrom(only.Name))),
            _ => null,
        };
    }

    /// <summary>The file with one of several attributes left; null where the handler would break as many rules as before.</summary>
    public SyntaxNode? Keep(AttributeSyntax kept) => Try(_syntax.WithoutAttributes([.. Sources.Where(source => source != kept)]));

    private SyntaxNode? Try(ParameterSyntax edited)
    {
        var root = _root.ReplaceNode(_syntax, edited);
        var tree = _syntax.SyntaxTree;
        var compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root, tree.Options));
        return DocumentationCommentId.GetFirstSymbolForDeclarationId(_handler.GetDocumentationCommentId()!, compilation) is IMethodSymbol handler
            && CountViolations(handler, KnownSymbols.Of(compilation)) < _violations
                ? root.WithImports()
                : null;
    }

    private static int CountViolations(IMethodSymbol handler, KnownSymbols known) => EndpointDeclaration.Of(handler, known).SelectMany(EndpointRules.Check).Count();
}
