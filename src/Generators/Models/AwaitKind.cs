namespace Upwire.Generators.Models;

internal enum AwaitKind
{
    None,
    Task,
    ValueTask,
}
