using Markdig.Syntax;

namespace Upwire.Docs.Tests.Markdown;

/// <summary>
/// The comment before a block of code that says what readers know without being told: <c>&lt;!-- compile: continued --&gt;</c>. The words are separated
/// by commas, and lines below them are code that is compiled with the block.
/// </summary>
/// <param name="IsContinued">continued: the block is one program with the block before it.</param>
/// <param name="IsNative">native: the project has PublishAot.</param>
/// <param name="IsOfAspNetCore">aspnetcore: the block shows ASP.NET Core itself, with the names of MVC and SignalR in the place of Upwire's.</param>
/// <param name="Expected">UPW0010: what the compiler has to say of the block, and nothing else.</param>
/// <param name="Unseen">Code that the block needs and readers do not.</param>
internal sealed record CompileDirective(bool IsContinued, bool IsNative, bool IsOfAspNetCore, IReadOnlyList<string> Expected, string Unseen)
{
    private const string Start = "<!-- compile:";
    private const string End = "-->";

    public static CompileDirective Before(Block block)
    {
        int index = block.Parent!.IndexOf(block);
        return index > 0 && block.Parent[index - 1] is HtmlBlock comment && comment.Lines.ToString().Trim() is var text && text.StartsWith(Start, StringComparison.Ordinal)
            ? Parse(text)
            : new(IsContinued: false, IsNative: false, IsOfAspNetCore: false, [], "");
    }

    private static CompileDirective Parse(string comment)
    {
        string[] lines = comment[Start.Length..comment.LastIndexOf(End, StringComparison.Ordinal)].Split('\n', 2);
        string[] words = lines[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] expected = [.. words.Where(static word => word.StartsWith("UPW", StringComparison.Ordinal))];
        string[] unknown = [.. words.Except(expected).Except(["continued", "native", "aspnetcore", "with"])];
        return unknown.Length == 0
            ? new(words.Contains("continued"), words.Contains("native"), words.Contains("aspnetcore"), expected, lines.ElementAtOrDefault(1) ?? "")
            : throw new FormatException($"Unknown in '{comment}': {string.Join(", ", unknown)}.");
    }
}
