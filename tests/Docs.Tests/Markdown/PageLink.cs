namespace Upwire.Docs.Tests.Markdown;

/// <summary>A link as it is written, and the line that it is in.</summary>
internal sealed record PageLink(string Target, int Line);
