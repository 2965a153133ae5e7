namespace Upwire.Integration.Tests.Differences;

/// <summary>An animal that <see cref="Animal"/> does not name to JSON.</summary>
public sealed record Dog(string Name, string Trick) : Animal(Name);
