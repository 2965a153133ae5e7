using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Makes a handler public, and <c>async void</c> an <c>async Task</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePublicCodeFix))]
[Shared]
public sealed class MakePublicCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotCallable];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await HandlerEdit.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } handler
                || await handler.IsImposedAsync(context.CancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (!IsVisible(handler.Method))
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Make the handler public", _ => Task.FromResult(handler.Replace(handler.Method, handler.Method.WithPublic())), "Public"),
                    diagnostic);
            }
            else if (IsAsyncVoid(handler.Method) && await handler.TypeAsync("System.Threading.Tasks.Task", context.CancellationToken).ConfigureAwait(false) is { } task)
            {
                var type = handler.Method.ReturnType;
                context.RegisterCodeFix(
                    CodeAction.Create("Return Task", _ => Task.FromResult(handler.Replace(type, task.WithTriviaFrom(type))), "Task"),
                    diagnostic);
            }
        }
    }

    private static bool IsVisible(MethodDeclarationSyntax method) =>
        method.ExplicitInterfaceSpecifier is not null
        || method.Modifiers.Any(SyntaxKind.PublicKeyword)
        || method.Modifiers.Any(SyntaxKind.InternalKeyword);

    private static bool IsAsyncVoid(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
