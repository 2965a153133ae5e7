using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Gives a parameter the type that its template asks for, makes it nullable, or required.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterTypeCodeFix))]
[Shared]
public sealed class ParameterTypeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.ConstraintType, DiagnosticIds.OptionalParameter, DiagnosticIds.DefaultInPlaceOfNull];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await HandlerEdit.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } handler
                && handler.Method.ParameterList.Parameters.FirstOrDefault(candidate => candidate.Identifier.Span == diagnostic.Location.SourceSpan) is { Type: { } type } parameter
                && !await handler.IsImposedAsync(context.CancellationToken).ConfigureAwait(false)
                && await MendAsync(diagnostic, handler, parameter, type, context.CancellationToken).ConfigureAwait(false) is var (title, mended))
            {
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(handler.Replace(parameter, mended)), diagnostic.Id), diagnostic);
            }
        }
    }

    private static async Task<(string Title, ParameterSyntax Mended)?> MendAsync(
        Diagnostic diagnostic,
        HandlerEdit handler,
        ParameterSyntax parameter,
        TypeSyntax type,
        CancellationToken cancellation)
    {
        bool isNullable = diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.IsOptional) is not null;
        switch (diagnostic.Id)
        {
            case DiagnosticIds.ConstraintType when diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Type) is { } asked && asked != "System.String":
                return await handler.TypeAsync(asked, cancellation).ConfigureAwait(false) is { } other
                    ? ($"Take '{asked.Substring(asked.LastIndexOf('.') + 1)}'", parameter.WithType((isNullable ? SyntaxFactory.NullableType(other) : other).WithTriviaFrom(type)))
                    : null;
            case DiagnosticIds.OptionalParameter when isNullable:
                return ("Make it nullable", parameter.WithType(Nullable(type)));
            case DiagnosticIds.OptionalParameter:
                return ("Make it required", parameter.WithType(NotNull(type)).WithDefault(null).WithTrailingTrivia(parameter.GetTrailingTrivia()).WithIdentifier(parameter.Identifier.WithTrailingTrivia()));
            case DiagnosticIds.DefaultInPlaceOfNull:
                var value = SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression).WithTriviaFrom(parameter.Default!.Value);
                return ("Make it nullable", parameter.WithType(Nullable(type)).WithDefault(parameter.Default.WithValue(value)));
            default:
                return null;
        }
    }

    private static NullableTypeSyntax Nullable(TypeSyntax type) => SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);

    private static TypeSyntax NotNull(TypeSyntax type) => type is NullableTypeSyntax nullable ? nullable.ElementType.WithTriviaFrom(type) : type;
}
