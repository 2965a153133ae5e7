namespace Benchmarks;

/// <summary>What came of a program.</summary>
/// <param name="IsComplete">Whether it has measured what it is for.</param>
/// <param name="Text">Its tables, in Markdown, or what went wrong.</param>
internal sealed record Outcome(bool IsComplete, string Text);
