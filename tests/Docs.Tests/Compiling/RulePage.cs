using Upwire.Docs.Tests.Markdown;

namespace Upwire.Docs.Tests.Compiling;

/// <summary>What the pages of rules have in common: code that breaks the rule, code that does not, and what suppresses it.</summary>
internal static class RulePage
{
    /// <summary>The rule that a block's page is about.</summary>
    public static string IdOf(CodeBlock block) => Path.GetFileNameWithoutExtension(block.Page);

    /// <summary>Whether a block breaks the rule of its page.</summary>
    public static bool IsWrong(CodeBlock block) => IsRulePage(block) && block.Section == "What is wrong";

    /// <summary>Whether a block is nothing but a directive for the compiler, to be put around other code.</summary>
    public static bool IsDirectiveOnly(CodeBlock block) => block.Text.Trim() is var text && text.StartsWith('#') && !text.Contains('\n', StringComparison.Ordinal);

    private static bool IsRulePage(CodeBlock block) => block.Page.StartsWith("docs/rules/UPW", StringComparison.Ordinal);
}
