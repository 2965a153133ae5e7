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

    private static readonly ProjectFixAllProvider FixAllProvider = new(
        static key => key == NewJsonContext.Name ? $"Create '{key}' with all types" : $"Add all types to '{key}'",
        static (project, key, diagnostics, cancellation) => key == NewJsonContext.Name
            ? CoverTypes.CreateAsync(project, diagnostics, cancellation)
            : CoverTypes.AddAsync(project, key, diagnostics, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotCovered];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        if (await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return;
        }

        var contexts = new JsonContexts(compilation);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (CoverTypes.TypesOf([diagnostic], compilation).FirstOrDefault() is not { } type)
            {
                continue;
            }

            string attribute = $"[JsonSerializable(typeof({type.Display()}))]";
            var choices = contexts.ChoicesFor(type).Take(MostChoices).ToList();
            foreach (var choice in choices)
            {
                string name = choice.GetFullMetadataName();
                Register($"Add {attribute} to '{choice.Name}'", name, cancellation => CoverTypes.AddAsync(project, name, [diagnostic], cancellation));
            }

            if (choices.Count == 0 && NewJsonContext.IsFree(project, compilation))
            {
                Register($"Create '{NewJsonContext.Name}' with {attribute}", NewJsonContext.Name, cancellation => CoverTypes.CreateAsync(project, [diagnostic], cancellation));
            }

            void Register(string title, string key, Func<CancellationToken, Task<Solution>> change) =>
                context.RegisterCodeFix(CodeAction.Create(title, change, key), diagnostic);
        }
    }
}
