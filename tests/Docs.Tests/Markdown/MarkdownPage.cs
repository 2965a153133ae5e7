using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Upwire.Docs.Tests.Markdown;

/// <summary>One page: its code, its links, and what can be linked to in it.</summary>
/// <param name="Path">From the root of the repository on, with slashes.</param>
/// <param name="Code">Its blocks of code, in their order.</param>
/// <param name="Links">Its links, pictures included.</param>
/// <param name="Anchors">The names of its headings, as GitHub makes them.</param>
internal sealed record MarkdownPage(string Path, IReadOnlyList<CodeBlock> Code, IReadOnlyList<PageLink> Links, IReadOnlySet<string> Anchors)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UsePipeTables()
        .Build();

    public static MarkdownPage Read(string root, string path)
    {
        var document = Markdig.Markdown.Parse(File.ReadAllText(System.IO.Path.Combine(root, path)).ReplaceLineEndings("\n"), Pipeline);
        return new(
            path,
            ReadCode(document, path),
            [.. document.Descendants<LinkInline>().Where(static link => link.Url is not null).Select(static link => new PageLink(link.Url!, link.Line + 1))],
            document.Descendants<HeadingBlock>().Select(static heading => heading.TryGetAttributes()?.Id).OfType<string>().ToHashSet());
    }

    public override string ToString() => Path;

    private static List<CodeBlock> ReadCode(MarkdownDocument document, string path)
    {
        var blocks = new List<CodeBlock>();
        string section = "";
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is HeadingBlock heading)
            {
                section = string.Concat(heading.Inline!.Descendants<LiteralInline>());
            }
            else if (block is Markdig.Syntax.CodeBlock code)
            {
                var fence = code as FencedCodeBlock;
                blocks.Add(new(path, code.Line + (fence is null ? 1 : 2), fence?.Info ?? "", section, code.Lines.ToString(), CompileDirective.Before(code)));
            }
        }

        return blocks;
    }
}
