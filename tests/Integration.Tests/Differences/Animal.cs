namespace Upwire.Integration.Tests.Differences;

public record Animal(string Name);
