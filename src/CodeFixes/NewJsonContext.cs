using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Upwire.CodeFixes;

/// <summary>A context to be added to a project, in a file of its own.</summary>
internal sealed class NewJsonContext
{
    public const string Name = "AppJsonContext";

    private const string Serialization = "System.Text.Json.Serialization";

    private readonly string _text;

    public NewJsonContext(Project project, Compilation compilation, IReadOnlyList<ITypeSymbol> types, bool isRegistered)
    {
        Namespace = NamespaceOf(project);
        var parts = types.SelectMany(TypeNames.PartsOf).ToList();
        var usings = parts
            .Select(static part => part.ContainingNamespace)
            .Where(static ns => !ns.IsGlobalNamespace)
            .Select(static ns => ns.ToDisplayString())
            .Append(Serialization)
            .Where(ns => ns != Namespace && !Namespace.StartsWith(ns + ".", StringComparison.Ordinal) && !GlobalUsings.Have(compilation, ns))
            .Distinct()
            .OrderBy(static ns => ns == "System" || ns.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(static ns => ns, StringComparer.Ordinal)
            .Select(static ns => $"using {ns};\n");

        // A library's is registered by whoever uses it, who must see it.
        bool isPublic = !isRegistered && parts.All(IsPublic);
        string attributes = string.Concat(types.Select(static type => $"[JsonSerializable(typeof({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}))]\n"));
        _text = string.Concat(usings)
            + (Namespace.Length == 0 ? "\n" : $"\nnamespace {Namespace};\n\n")
            + attributes
            + $"{(isPublic ? "public" : "internal")} sealed partial class {Name} : JsonSerializerContext;\n";
    }

    /// <summary>The namespace of the project; empty where it has none.</summary>
    public string Namespace { get; }

    public Solution AddTo(Project project)
    {
        var root = SyntaxFactory.ParseCompilationUnit(_text, options: (CSharpParseOptions?)project.ParseOptions);
        root = root.ReplaceNodes(
            root.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(static expression => expression.Type),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));

        string? path = Path.GetDirectoryName(project.FilePath) is { } folder ? Path.Combine(folder, Name + ".cs") : null;
        return project.AddDocument(Name + ".cs", root, filePath: path).Project.Solution;
    }

    private static string NamespaceOf(Project project) =>
        !string.IsNullOrEmpty(project.DefaultNamespace) ? project.DefaultNamespace!
        : project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? ns) ? ns
        : "";

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));
}
