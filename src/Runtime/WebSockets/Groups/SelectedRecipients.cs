namespace Upwire;

/// <summary>Recipients that are named, and of which nothing is kept.</summary>
internal sealed class SelectedRecipients(Broadcaster broadcaster, Audience audience) : WebSocketRecipients(broadcaster, audience);
