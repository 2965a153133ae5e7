using System.Text;

namespace Upwire.Generators.Emission;

/// <summary>Writes indented lines, ended by <c>\n</c> on every platform.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line; an empty one without indentation. A text of several lines keeps its own inner indentation.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd('\r');
            if (trimmed.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(trimmed);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Opens a block, which ends where the returned value is disposed.</summary>
    public Block Braces(string? head = null, string end = "}")
    {
        if (head is not null)
        {
            Line(head);
        }

        return Open("{", end);
    }

    /// <summary>Opens a collection, one line for each element.</summary>
    public Block Brackets(string end) => Open("[", end);

    /// <summary>Indents without braces: the arguments of a call.</summary>
    public Block Indented()
    {
        _depth++;
        return new(this, null);
    }

    public override string ToString() => _text.ToString();

    private Block Open(string begin, string end)
    {
        Line(begin);
        _depth++;
        return new(this, end);
    }

    internal readonly struct Block(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
