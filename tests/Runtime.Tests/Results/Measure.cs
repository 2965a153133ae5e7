namespace Upwire.Runtime.Tests.Results;

/// <summary>A value that the application's JSON context covers, while nothing covers sequences of it.</summary>
public sealed record Measure(int Value);
