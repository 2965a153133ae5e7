using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>A context to be added to a project, in a file of its own.</summary>
internal sealed class NewJsonContext
{
    public const string Name = "AppJsonContext";

    private const string Serialization = "System.Text.Json.Serialization";

    private readonly string _text;

    public NewJsonContext(Project project, Compilation compilation, IReadOnlyList<JsonRoot> roots, bool isRegistered)
    {
        Namespace = NamespaceOf(project);
        var parts = roots.SelectMany(static root => TypeNames.PartsOf(root.Type)).ToList();
        var usings = parts
            .Select(static part => part.ContainingNamespace)
            .Where(static ns => !ns.IsGlobalNamespace)
            .Select(static ns => ns.ToDisplayString())
            .Append(Serialization)
            .Where(ns => ns != Namespace && !Namespace.StartsWith(ns + ".", StringComparison.Ordinal) && !GlobalUsings.Have(compilation, ns))
            .Distinct()
            .OrderBy(static ns => ns == "System" || ns.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(static ns => ns, StringComparer.Ordinal)
            .Select(static ns => $"using {ns};\n")
            .ToList();

        // A library's is registered by whoever uses it, who must see it.
        bool isPublic = !isRegistered && roots.All(static root => root.Type.IsPublic());
        string attributes = string.Concat(roots.Select(static root => $"[JsonSerializable({ArgumentsOf(root)})]\n"));
        _text = string.Concat(usings)
            + (usings.Count == 0 ? "" : "\n")
            + (Namespace.Length == 0 ? "" : $"namespace {Namespace};\n\n")
            + attributes
            + $"{(isPublic ? "public" : "internal")} sealed partial class {Name} : JsonSerializerContext;\n";
    }

    /// <summary>The namespace of the project; empty where it has none.</summary>
    public string Namespace { get; }

    /// <summary>Whether a project has no type of the name yet.</summary>
    public static bool IsFree(Project project, Compilation compilation) =>
        compilation.GetTypeByMetadataName(NamespaceOf(project) is { Length: > 0 } ns ? $"{ns}.{Name}" : Name) is null;

    public Solution AddTo(Project project)
    {
        var root = SyntaxFactory.ParseCompilationUnit(_text, options: (CSharpParseOptions?)project.ParseOptions);
        root = root.ReplaceNodes(
            root.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(static expression => expression.Type),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));

        string? path = Path.GetDirectoryName(project.FilePath) is { } folder ? Path.Combine(folder, Name + ".cs") : null;
        return project.AddDocument(Name + ".cs", root, filePath: path).Project.Solution;
    }

    private static string ArgumentsOf(JsonRoot root) =>
        $"typeof({root.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})" + (root.Name is null ? "" : $", TypeInfoPropertyName = \"{root.Name}\"");

    private static string NamespaceOf(Project project) =>
        !string.IsNullOrEmpty(project.DefaultNamespace) ? project.DefaultNamespace!
        : project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? ns) ? Identifiers(ns)
        : "";

    // A project may be called what no namespace can.
    private static string Identifiers(string ns) => string.Concat(ns.Select(static c => c == '.' || SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
}
