namespace Upwire.Integration.Tests.Differences;

/// <summary>What a client sees of a response.</summary>
public sealed record Answer(int Status, string? ContentType, string? Location, string Body);
