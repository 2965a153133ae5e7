using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes how reflection finds methods of the user's.</summary>
internal static class MethodExpression
{
    /// <summary>The methods that a type declares.</summary>
    public static string All(string type) => $"new {Names.HandlerMethods}(typeof({type}))";

    /// <summary>One of them.</summary>
    public static string Of(string methods, MethodModel method)
    {
        string types = method.IsOverloaded ? $", [{string.Join(", ", method.ParameterTypes.Select(static parameter => $"typeof({parameter})"))}]" : "";
        return $"{methods}[{Literal.Of(method.Name)}{types}]";
    }
}
