using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Puts Upwire's attribute in the place of MVC's of the same name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseUpwireAttributeCodeFix))]
[Shared]
public sealed class UseUpwireAttributeCodeFix : CodeFixProvider
{
    private const string Plain = "Replace";
    private const string WithoutOrder = "Replace without order";

    private static readonly ProjectFixAllProvider FixAllProvider = new(static _ => "Use Upwire's attributes", FixAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MvcAttribute];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(diagnostic, root, model, context.CancellationToken) is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use Upwire's [{attribute.Name}]" + (attribute.HasOrder ? ", without the order" : ""),
                        _ => Task.FromResult(document.WithSyntaxRoot(MvcAttributeReplacement.Replace([attribute], root, model))),
                        KeyOf(attribute)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> FixAsync(Project project, string key, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var solution = project.Solution;
        foreach (var ofFile in diagnostics.GroupBy(static diagnostic => diagnostic.Location.SourceTree))
        {
            if (project.GetDocument(ofFile.Key) is { } document
                && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
                && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model)
            {
                var attributes = ofFile.Select(diagnostic => Find(diagnostic, root, model, cancellation)).OfType<MvcAttribute>().Where(attribute => KeyOf(attribute) == key).ToList();
                solution = attributes.Count == 0 ? solution : solution.WithDocumentSyntaxRoot(document.Id, MvcAttributeReplacement.Replace(attributes, root, model));
            }
        }

        return solution;
    }

    private static MvcAttribute? Find(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellation) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } syntax ? MvcAttribute.Find(syntax, model, cancellation) : null;

    private static string KeyOf(MvcAttribute attribute) => attribute.HasOrder ? WithoutOrder : Plain;
}
