using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Upwire.Generators.Diagnostics;

namespace Upwire.CodeFixes;

/// <summary>Says of a parameter where it comes from: by each attribute that would bind it, or one of those that it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSourceAttributeCodeFix))]
[Shared]
public sealed class AddSourceAttributeCodeFix : CodeFixProvider
{
    private static readonly string[] SourcesInPlaceOfBody = ["FromServices", "FromQuery", "FromBody"];
    private static readonly string[] Sources = ["FromQuery", "FromHeader", "FromBody", "FromForm", "FromServices", "FromMessage"];
    private static readonly string[] SourcesWithoutBody = ["FromQuery", "FromHeader", "FromServices", "FromMessage"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.Unbindable, DiagnosticIds.InferredBody];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await SourceChoices.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } choices)
            {
                continue;
            }

            if (choices.Sources.Count > 1)
            {
                foreach (var source in choices.Sources)
                {
                    Register($"Keep [{source.Name}] only", $"Keep {source.Name}", choices.Keep(source));
                }

                continue;
            }

            string[] sources = diagnostic.Id == DiagnosticIds.InferredBody ? SourcesInPlaceOfBody : choices.ExpectsBody ? Sources : SourcesWithoutBody;
            foreach (string source in sources)
            {
                string title = choices.Sources is [var other] ? $"Use [{source}] instead of [{other.Name}]" : $"Add [{source}]";
                Register(title, source, choices.Add(source));
            }

            void Register(string title, string key, SyntaxNode? root)
            {
                if (root is not null)
                {
                    context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root)), key), diagnostic);
                }
            }
        }
    }
}
