namespace Upwire.Docs.Tests.Markdown;

/// <summary>A piece of code in a page.</summary>
/// <param name="Page">The path of its page.</param>
/// <param name="Line">The number of its first line in that page.</param>
/// <param name="Language">What stands behind the fence; empty without one.</param>
/// <param name="Section">The heading above it.</param>
/// <param name="Text">The code itself.</param>
/// <param name="Directive">What its page says, unseen by readers, of how it is compiled.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Section, string Text, CompileDirective Directive)
{
    public override string ToString() => $"{Page}:{Line}";
}
