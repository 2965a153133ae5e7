namespace Upwire.Integration.Tests.Controllers;

public sealed record Circle(int Radius) : Shape;
