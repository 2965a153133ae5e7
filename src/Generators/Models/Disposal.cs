namespace Upwire.Generators.Models;

internal enum Disposal
{
    None,
    Synchronous,
    Asynchronous,
}
