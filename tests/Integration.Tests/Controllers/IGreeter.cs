namespace Upwire.Integration.Tests.Controllers;

public interface IGreeter
{
    string Greet(string name);
}
