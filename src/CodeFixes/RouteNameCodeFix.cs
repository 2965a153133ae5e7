using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>Calls what <c>[FromRoute]</c> asks for as the template does: by the name of the parameter, or the one that the attribute gives.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteNameCodeFix))]
[Shared]
public sealed class RouteNameCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.FromRouteWithoutParameter];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

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
            // Parts of what [AsParameters] takes apart, and methods that are asked before a connection, may be other endpoints', too.
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Nearest) is not { } nearest
                || root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not ParameterSyntax { Parent.Parent: MethodDeclarationSyntax } syntax
                || model.GetDeclaredSymbol(syntax, context.CancellationToken) is not { ContainingSymbol: IMethodSymbol method } parameter
                || !diagnostic.AdditionalLocations.Contains(method.Locations[0]))
            {
                continue;
            }

            if (FindName(syntax, parameter, model, context.CancellationToken) is { } name)
            {
                if (name is LiteralExpressionSyntax)
                {
                    var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(nearest)).WithTriviaFrom(name);
                    Register($"Write '{nearest}'", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(name, literal)).Project.Solution), "Name");
                }
            }
            else if (SyntaxFacts.IsValidIdentifier(nearest) && method.Parameters.All(other => other.Name != nearest))
            {
                Register($"Rename '{parameter.Name}' to '{nearest}'", cancellation => Renamer.RenameSymbolAsync(document.Project.Solution, parameter, default, nearest, cancellation), "Rename");
            }

            void Register(string title, Func<CancellationToken, Task<Solution>> change, string key) =>
                context.RegisterCodeFix(CodeAction.Create(title, change, key), diagnostic);
        }
    }

    private static ExpressionSyntax? FindName(ParameterSyntax syntax, IParameterSymbol parameter, SemanticModel model, CancellationToken cancellation)
    {
        var fromRoute = BindingTarget.Of(parameter).FindAttributeImplementing(KnownSymbols.Of(model.Compilation).FromRoute);
        return fromRoute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: var arguments } attribute && syntax.Contains(attribute)
            ? arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")?.Expression
            : null;
    }
}
