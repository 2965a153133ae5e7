namespace Upwire;

/// <summary>The method answers HEAD requests (RFC 9110, section 9.3.2) to the template's paths, in the place of the GET endpoint that answers them otherwise.</summary>
/// <param name="template">
/// The path below the class's <see cref="RouteAttribute"/>, for example <c>/&lt;id:int&gt;</c>. Beginning with <c>~/</c> it stands alone.
/// Empty: the class's prefix itself.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class HttpHeadAttribute(string template = "") : Attribute
{
    /// <summary>The path below the class's prefix.</summary>
    public string Template { get; } = template;
}
