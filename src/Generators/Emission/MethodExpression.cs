using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes how reflection finds a method of the user's.</summary>
internal static class MethodExpression
{
    // A form of GetMethod that the trimmer follows, so that the method and its attributes survive in a native binary. By its name
    // alone it is found twice as fast.
    public static string Of(string type, MethodModel method)
    {
        string flags = method.IsPublic
            ? ""
            : $", global::System.Reflection.BindingFlags.{(method.IsStatic ? "Static" : "Instance")} | global::System.Reflection.BindingFlags.NonPublic";

        string types = method.IsOverloaded ? $", [{string.Join(", ", method.ParameterTypes.Select(static parameter => $"typeof({parameter})"))}]" : "";
        return $"typeof({type}).GetMethod({Literal.Of(method.Name)}{flags}{types})!";
    }
}
