using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.CodeFixes;

/// <summary>The call of <c>AddUpwire</c>, behind which a context is registered.</summary>
internal sealed class JsonContextRegistration
{
    private const string Extensions = "Microsoft.Extensions.DependencyInjection";

    private readonly Document _document;
    private readonly Compilation _compilation;
    private readonly SyntaxNode _root;
    private readonly StatementSyntax _statement;
    private readonly ExpressionSyntax _services;

    private JsonContextRegistration(Document document, Compilation compilation, SyntaxNode root, StatementSyntax statement, ExpressionSyntax services)
    {
        _document = document;
        _compilation = compilation;
        _root = root;
        _statement = statement;
        _services = services;
    }

    /// <summary>Finds the call; null where the project has none.</summary>
    public static async Task<JsonContextRegistration?> FindAsync(Project project, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddUpwire", Expression: var receiver } }
                    && call.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Parent: GlobalStatementSyntax or BlockSyntax } statement
                    && compilation.GetSemanticModel(root.SyntaxTree).GetSymbolInfo(call, cancellation).Symbol is { ContainingType.Name: "UpwireServiceCollectionExtensions" })
                {
                    return new(document, compilation, root, statement, BeginOf(receiver));
                }
            }
        }

        return null;
    }

    /// <summary>The project with the context registered.</summary>
    /// <param name="ns">The namespace of the context.</param>
    public Project Register(string ns)
    {
        string services = _services.WithoutTrivia().ToString();
        var registration = SyntaxFactory.ParseStatement(
            $"{services}.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, {NewJsonContext.Name}.Default));");

        registration = ((string[])[Extensions, ns])
            .Where(needed => needed.Length > 0 && !IsInside(needed) && !GlobalUsings.Have(_compilation, needed))
            .Aggregate(registration, static (node, needed) => node.NeedingImport(needed));

        return _document.WithSyntaxRoot(_root.InsertBehind(_statement, registration).WithImports()).Project;
    }

    // services, of services.AddThis().AddUpwire().
    private static ExpressionSyntax BeginOf(ExpressionSyntax receiver) =>
        receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } ? BeginOf(inner.Expression) : receiver;

    private bool IsInside(string ns) =>
        string.Join(".", _statement.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static space => space.Name.ToString())) is var around
        && (around == ns || around.StartsWith(ns + ".", StringComparison.Ordinal));
}
