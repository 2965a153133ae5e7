using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>Makes contexts of a project cover the types that diagnostics are about.</summary>
internal static class CoverTypes
{
    /// <summary>Names the types in a context that the project has.</summary>
    public static async Task<Solution> AddAsync(Project project, string context, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || new JsonContexts(compilation) is not { } contexts
            || contexts.Own.FirstOrDefault(candidate => candidate.GetFullMetadataName() == context) is not { } symbol)
        {
            return project.Solution;
        }

        var parts = await Task.WhenAll(symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntaxAsync(cancellation))).ConfigureAwait(false);
        var written = parts.OfType<ClassDeclarationSyntax>().Where(part => project.GetDocument(part.SyntaxTree) is not null).ToList();
        if ((written.FirstOrDefault(JsonContextSyntax.HasTypes) ?? written.FirstOrDefault()) is not { } declaration)
        {
            return project.Solution;
        }

        var document = project.GetDocument(declaration.SyntaxTree)!;
        var root = await declaration.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var names = new TypeNames(compilation, compilation.GetSemanticModel(declaration.SyntaxTree), declaration.SpanStart);
        var types = TypesOf(diagnostics, compilation).Where(type => contexts.ChoicesFor(type).Contains(symbol, SymbolEqualityComparer.Default));
        var extended = JsonRoot.Of(types, contexts, covered: contexts.TypesOf(symbol)).Aggregate(declaration, (edited, added) => edited.With(added, names));
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, extended).WithImports()).Project.Solution;
    }

    /// <summary>Names the types in a new context, and registers it.</summary>
    public static async Task<Solution> CreateAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || !NewJsonContext.IsFree(project, compilation))
        {
            return project.Solution;
        }

        var contexts = new JsonContexts(compilation);
        var roots = JsonRoot.Of(TypesOf(diagnostics, compilation).Where(type => !contexts.ChoicesFor(type).Any()), contexts, covered: []);
        if (roots.Count == 0)
        {
            return project.Solution;
        }

        var registration = await JsonContextRegistration.FindAsync(project, compilation, cancellation).ConfigureAwait(false);
        var created = new NewJsonContext(project, compilation, roots, isRegistered: registration is not null);
        var changed = registration is null ? project : registration.Register(created.Namespace);
        return created.AddTo(changed);
    }

    /// <summary>The types that diagnostics are about, by the alphabet.</summary>
    public static IEnumerable<ITypeSymbol> TypesOf(IEnumerable<Diagnostic> diagnostics, Compilation compilation) =>
        diagnostics
            .Select(static diagnostic => diagnostic.Properties.GetValueOrDefault(DiagnosticProperties.Id))
            .Distinct()
            .Select(id => id is null ? null : DocumentationCommentId.GetFirstSymbolForReferenceId(id, compilation) as ITypeSymbol)
            .OfType<ITypeSymbol>()
            .OrderBy(static type => type.Display(), StringComparer.Ordinal);
}
