namespace Upwire.Integration.Tests.Controllers;

public enum Color
{
    Red,
    Green = 5,
}
