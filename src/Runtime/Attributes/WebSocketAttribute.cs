namespace Upwire;

/// <summary>The method takes the WebSocket connections (RFC 6455, RFC 8441) opened on the template's paths.</summary>
/// <param name="template">
/// The path below the class's <see cref="RouteAttribute"/>, for example <c>/ws/&lt;id&gt;</c>. Beginning with <c>~/</c> it stands alone.
/// Empty: the class's prefix itself.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WebSocketAttribute(string template = "") : Attribute
{
    /// <summary>The path below the class's prefix.</summary>
    public string Template { get; } = template;
}
