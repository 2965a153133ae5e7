using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>Creates the method that a handshake is to ask: until it says something else, one that refuses, or selects nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateMethodCodeFix))]
[Shared]
public sealed class CreateMethodCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.HandshakeMethod];

    /// <remarks>None: several attributes may name the same method, which is to be created once.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Name) is { } name
                && SyntaxFacts.IsValidIdentifier(name)
                && await HandlerEdit.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } handler)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Create method '{name}'",
                        cancellation => CreateAsync(handler, name, diagnostic.Properties[DiagnosticProperties.Setting]!, cancellation),
                        nameof(CreateMethodCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> CreateAsync(HandlerEdit handler, string name, string setting, CancellationToken cancellation)
    {
        if (setting == HandshakeMethod.Verify)
        {
            return handler.Insert(handler.Method.Sibling(Keyword(SyntaxKind.BoolKeyword), name, SyntaxKind.FalseLiteralExpression));
        }

        TypeSyntax text = Keyword(SyntaxKind.StringKeyword);
        text = await handler.IsNullableAsync(cancellation).ConfigureAwait(false) ? SyntaxFactory.NullableType(text) : text;
        var offered = await handler.TypeAsync("System.Collections.Generic.IReadOnlyList`1", cancellation, SpecialType.System_String).ConfigureAwait(false);
        var method = handler.Method.Sibling(text, name, SyntaxKind.NullLiteralExpression);
        return handler.Insert(offered is null ? method : method.WithParameter(offered, "offered"));
    }

    private static PredefinedTypeSyntax Keyword(SyntaxKind kind) => SyntaxFactory.PredefinedType(SyntaxFactory.Token(kind));
}
