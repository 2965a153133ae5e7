using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Rename;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Adds the parameter that a template names, or renames the one that was probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParameterCodeFix))]
[Shared]
public sealed class AddParameterCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ParameterNotTaken];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Name) is not { } name
                || !SyntaxFacts.IsValidIdentifier(name)
                || await HandlerEdit.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } handler
                || await handler.IsImposedAsync(context.CancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (!await handler.IsOverriddenAsync(context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Add parameter '{name}'", cancellation => AddAsync(handler, name, diagnostic.Properties, cancellation), "Add"),
                    diagnostic);
            }

            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Nearest) is { } nearest
                && await handler.ParameterAsync(nearest, context.CancellationToken).ConfigureAwait(false) is { } parameter)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Rename '{nearest}' to '{name}'",
                        cancellation => Renamer.RenameSymbolAsync(context.Document.Project.Solution, parameter, default, name, cancellation),
                        "Rename"),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> AddAsync(HandlerEdit handler, string name, ImmutableDictionary<string, string?> properties, CancellationToken cancellation)
    {
        var type = await handler.TypeAsync(properties[DiagnosticProperties.Type]!, cancellation).ConfigureAwait(false)
            ?? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword));

        if (properties[DiagnosticProperties.IsOptional] is not null)
        {
            type = SyntaxFactory.NullableType(type);
        }

        return handler.Replace(handler.Method, handler.Method.WithParameter(type, name));
    }
}
