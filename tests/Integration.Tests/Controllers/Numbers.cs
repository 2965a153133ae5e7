namespace Upwire.Integration.Tests.Controllers;

public sealed record Numbers(int I, long L, double D, decimal M);
