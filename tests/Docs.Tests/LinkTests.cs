using Upwire.Docs.Tests.Markdown;

namespace Upwire.Docs.Tests;

/// <summary>Links lead somewhere, and every page can be reached.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages() => [.. Documentation.Pages.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string path)
    {
        var page = Find(path)!;
        string[] faults = [.. page.Links.Where(static link => !IsOfTheWeb(link.Target)).Where(link => !Leads(page, link)).Select(link => $"{page}:{link.Line}: nothing at '{link.Target}'")];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_first()
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>(["README.md"]);
        while (waiting.TryPop(out string? path))
        {
            if (Find(path) is { } page && reached.Add(path))
            {
                foreach (var link in page.Links.Where(static link => !IsOfTheWeb(link.Target)))
                {
                    waiting.Push(Resolve(page, link).Path);
                }
            }
        }

        Assert.Equal([], Documentation.Pages.Select(static page => page.Path).Except(reached));
    }

    private static bool Leads(MarkdownPage page, PageLink link)
    {
        var (path, anchor) = Resolve(page, link);
        string file = Path.Combine(Documentation.Root, path);
        return (File.Exists(file) || Directory.Exists(file)) && (anchor.Length == 0 || Read(path).Anchors.Contains(anchor));
    }

    private static (string Path, string Anchor) Resolve(MarkdownPage page, PageLink link)
    {
        string[] parts = link.Target.Split('#', 2);
        string path = parts[0].Length == 0 ? page.Path : Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]);
        return (Path.GetRelativePath(Documentation.Root, Path.GetFullPath(path, Documentation.Root)).Replace('\\', '/'), parts.ElementAtOrDefault(1) ?? "");
    }

    private static bool IsOfTheWeb(string target) => target.StartsWith("https://", StringComparison.Ordinal);

    // A page of another folder may be linked to, too.
    private static MarkdownPage Read(string path) => Find(path) ?? MarkdownPage.Read(Documentation.Root, path);

    private static MarkdownPage? Find(string path) => Documentation.Pages.SingleOrDefault(page => page.Path == path);
}
