namespace Upwire.Generators.Models;

/// <summary>What is sent of what the handler of a connection returns.</summary>
/// <param name="Kind">How a value is written.</param>
/// <param name="ContractType">The type whose contract it is written by, where it is JSON.</param>
/// <param name="ReplyType">The type of what is returned, out of its task; of a sequence, the type of its items.</param>
/// <param name="IsNullableValue">Whether a value type may be missing.</param>
/// <param name="IsSequence">Whether it is a sequence, each item a message of its own.</param>
internal sealed record ReplyModel(MessageKind Kind, string ContractType, string ReplyType, bool IsNullableValue, bool IsSequence);
