namespace Upwire.CodeFixes;

/// <summary>A change of a template.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters go.</param>
/// <param name="Text">What comes there.</param>
internal sealed record TemplateEdit(int Start, int Length, string Text)
{
    public string Apply(string template) => template.Remove(Start, Length).Insert(Start, Text);
}
