using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Asks the annotations of what another reader has read.</summary>
internal sealed class ValidatedMessageReader<T>(MessageReader<T> reader, ParameterValidator validator, EndpointContext endpoint) : MessageReader<T>(reader.Only)
{
    internal override bool TryRead(WebSocketConnection connection, in WebSocketMessage message, out T value)
    {
        if (!reader.TryRead(connection, message, out value))
        {
            return false;
        }

        var validation = endpoint.BeginValidation(connection.HttpContext);
        validation.Check(validator, value);
        if (validation.HasFailures)
        {
            ConnectionLog.InvalidMessage(connection.Logger, connection.Id, validation.DescribeFailures());
            return false;
        }

        return true;
    }
}
