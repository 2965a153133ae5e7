namespace Upwire;

/// <summary>
/// The parameter's value is a message of the connection: the method of a <see cref="WebSocketAttribute"/> is called for each, one after
/// another, in the order in which they arrive, and what it returns is the reply.
/// </summary>
/// <remarks>
/// A <see cref="string"/> takes text messages, <c>byte[]</c> and <c>ReadOnlyMemory&lt;byte&gt;</c> binary ones, and a message of the other
/// type closes the connection with 1003. A <see cref="WebSocketMessage"/> takes both. Any other type is read as JSON from text messages; one
/// that does not fit closes the connection with 1007. The memory of a <c>ReadOnlyMemory&lt;byte&gt;</c> and a <see cref="WebSocketMessage"/>
/// is lent for the call.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromMessageAttribute : Attribute;
