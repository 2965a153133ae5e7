namespace Upwire;

/// <summary>What an endpoint of ours answers: the metadata by which the <see cref="WebSocketMatcherPolicy"/> tells them apart.</summary>
internal sealed class EndpointKind
{
    public static readonly EndpointKind Http = new();

    public static readonly EndpointKind WebSocket = new();

    private EndpointKind()
    {
    }
}
