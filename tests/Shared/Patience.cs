namespace Upwire.Tests;

internal static class Patience
{
    /// <summary>Far more than anything here takes; reached only where something hangs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
}
