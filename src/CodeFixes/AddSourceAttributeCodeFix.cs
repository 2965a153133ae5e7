using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Says of a parameter that it is a service, that the query's keys make it, or that a body is really meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSourceAttributeCodeFix))]
[Shared]
public sealed class AddSourceAttributeCodeFix : CodeFixProvider
{
    private static readonly string[] Sources = ["FromServices", "FromQuery", "FromBody"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.InferredBody];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await HandlerEdit.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } handler
                || handler.Method.ParameterList.Parameters.FirstOrDefault(candidate => candidate.Identifier.Span == diagnostic.Location.SourceSpan) is not { } parameter)
            {
                continue;
            }

            foreach (string source in Sources)
            {
                if (await handler.TypeAsync($"Upwire.{source}Attribute", context.CancellationToken).ConfigureAwait(false) is NameSyntax attribute)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create($"Add [{source}]", _ => Task.FromResult(handler.Replace(parameter, parameter.WithAttribute(attribute))), source),
                        diagnostic);
                }
            }
        }
    }
}
