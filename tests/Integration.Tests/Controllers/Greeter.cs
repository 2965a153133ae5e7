namespace Upwire.Integration.Tests.Controllers;

public sealed class Greeter(string greeting) : IGreeter
{
    public string Greet(string name) => $"{greeting}, {name}";
}
