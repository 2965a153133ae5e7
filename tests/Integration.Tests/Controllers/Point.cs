namespace Upwire.Integration.Tests.Controllers;

public sealed record Point(int X, int Y);
