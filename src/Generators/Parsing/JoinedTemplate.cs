namespace Upwire.Generators.Parsing;

/// <summary>A class's prefix and a method's template as one, and the way back from a position in it to either.</summary>
internal sealed class JoinedTemplate
{
    private readonly int _prefixOffset;
    private readonly int _templateOffset;
    private readonly int _templateStart;

    private JoinedTemplate(string text, int prefixOffset, int templateStart, int templateOffset)
    {
        Text = text;
        _prefixOffset = prefixOffset;
        _templateStart = templateStart;
        _templateOffset = templateOffset;
    }

    public string Text { get; }

    /// <summary>Joins with exactly one slash; a template beginning with <c>~/</c> stands alone.</summary>
    public static JoinedTemplate Join(string? prefix, string template)
    {
        if (template.StartsWith("~/", StringComparison.Ordinal))
        {
            return new(template.Substring(1), prefixOffset: 0, templateStart: 0, templateOffset: 1);
        }

        // Only one slash is taken off either side: a second one is the user's error, and is found as an empty segment.
        string before = prefix ?? "";
        string head = before.EndsWith("/", StringComparison.Ordinal) ? before.Substring(0, before.Length - 1) : before;
        bool addsSlash = head.Length > 0 && head[0] != '/';
        if (addsSlash)
        {
            head = "/" + head;
        }

        bool dropsSlash = template.StartsWith("/", StringComparison.Ordinal);
        string tail = dropsSlash ? template.Substring(1) : template;
        string text = tail.Length == 0 && head.Length > 0 ? head : head + "/" + tail;
        int start = head.Length + 1;
        return new(text, addsSlash ? 1 : 0, start, (dropsSlash ? 1 : 0) - start);
    }

    /// <summary>Where a position of the joined text stands in the source.</summary>
    public (bool IsInPrefix, int Position) Locate(int position) =>
        position < _templateStart
            ? (true, Math.Max(0, position - _prefixOffset))
            : (false, position + _templateOffset);
}
