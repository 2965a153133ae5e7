namespace Upwire.Runtime.Tests;

/// <summary>Tests that leave nothing of the machine, or of the pools of .NET, to others run after these, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
