using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Puts Upwire's attribute in the place of MVC's of the same name, by its whole name where the short one is both.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseUpwireAttributeCodeFix))]
[Shared]
public sealed class UseUpwireAttributeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MvcAttribute];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            // Names and orders of MVC's routes have no counterpart among the arguments, and prefixes none on methods.
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals is not null) != true
                && model.GetTypeInfo(attribute, context.CancellationToken).Type?.Name is { } name
                && (name != "RouteAttribute" || attribute.Parent?.Parent is TypeDeclarationSyntax)
                && model.Compilation.GetTypeByMetadataName($"Upwire.{name}") is not null)
            {
                string simple = name.Replace("Attribute", "");
                var upwire = SyntaxFactory.ParseName($"Upwire.{simple}").WithTriviaFrom(attribute.Name).WithAdditionalAnnotations(Simplifier.Annotation);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use Upwire's [{simple}]",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute.Name, upwire))),
                        nameof(UseUpwireAttributeCodeFix)),
                    diagnostic);
            }
        }
    }
}
