namespace Upwire.Docs.Tests.Compiling;

/// <summary>What the compiler says of a line of a page.</summary>
internal sealed record Complaint(string Id, string Text)
{
    public override string ToString() => Text;
}
