using System.Runtime.CompilerServices;

namespace Upwire.Docs.Tests.Markdown;

/// <summary>All pages: those of docs/, the README, and that of the package.</summary>
internal static class Documentation
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(FileOf())!, "../../.."));

    public static IReadOnlyList<MarkdownPage> Pages { get; } =
    [
        .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "README.md"))
            .Append(Path.Combine(Root, "src/Runtime/README.md"))
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(static path => MarkdownPage.Read(Root, path)),
    ];

    private static string FileOf([CallerFilePath] string path = "") => path;
}
