namespace Upwire;

/// <summary>The path that stands before the templates of all endpoints of the class.</summary>
/// <param name="prefix">For example <c>/rooms</c>; it may have parameters.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RouteAttribute(string prefix) : Attribute
{
    /// <summary>The path before the templates of the class's endpoints.</summary>
    public string Prefix { get; } = prefix;
}
