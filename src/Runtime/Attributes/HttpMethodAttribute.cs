namespace Upwire;

/// <summary>The method answers requests of an HTTP method that has no attribute of its own to the template's paths.</summary>
/// <param name="method">The HTTP method, for example <c>PROPFIND</c>: a token (RFC 9110, section 9.1). Routing compares it whatever the case.</param>
/// <param name="template">
/// The path below the class's <see cref="RouteAttribute"/>, for example <c>/&lt;id:int&gt;</c>. Beginning with <c>~/</c> it stands alone.
/// Empty: the class's prefix itself.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class HttpMethodAttribute(string method, string template = "") : Attribute
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The path below the class's prefix.</summary>
    public string Template { get; } = template;
}
