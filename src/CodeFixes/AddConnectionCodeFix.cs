using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Gives the handler of a WebSocket its connection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddConnectionCodeFix))]
[Shared]
public sealed class AddConnectionCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NoConnection];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await HandlerEdit.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } handler
                && !await handler.IsImposedAsync(context.CancellationToken).ConfigureAwait(false)
                && await handler.TypeAsync("Upwire.WebSocketConnection", context.CancellationToken).ConfigureAwait(false) is { } type)
            {
                string name = FreeName(handler.Method);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add parameter 'WebSocketConnection {name}'",
                        _ => Task.FromResult(handler.Replace(handler.Method, handler.Method.WithParameter(type, name))),
                        nameof(AddConnectionCodeFix)),
                    diagnostic);
            }
        }
    }

    private static string FreeName(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Any(static parameter => parameter.Identifier.ValueText == "socket") ? "connection" : "socket";
}
