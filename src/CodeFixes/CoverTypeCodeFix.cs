using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>Names a type in a <c>JsonSerializerContext</c> of the project, or creates one that does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CoverTypeCodeFix))]
[Shared]
public sealed class CoverTypeCodeFix : CodeFixProvider
{
    private const int MostChoices = 3;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotCovered];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => CoverTypesFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        if (await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return;
        }

        var contexts = new JsonContexts(compilation).Own;
        foreach (var diagnostic in context.Diagnostics.Where(static diagnostic => diagnostic.Properties.ContainsKey(DiagnosticProperties.Id)))
        {
            foreach (var choice in contexts.Where(static choice => !choice.DeclaringSyntaxReferences.IsEmpty).Take(MostChoices))
            {
                string name = choice.GetFullMetadataName();
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add to '{choice.Name}'",
                        cancellation => CoverTypes.AddAsync(project, name, [diagnostic], cancellation),
                        name),
                    diagnostic);
            }

            if (contexts.IsEmpty)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Create '{NewJsonContext.Name}'",
                        cancellation => CoverTypes.CreateAsync(project, [diagnostic], cancellation),
                        NewJsonContext.Name),
                    diagnostic);
            }
        }
    }
}
