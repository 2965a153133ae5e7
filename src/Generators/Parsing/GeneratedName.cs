using System.Text;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>Names of generated types that stand for a type of the user's.</summary>
internal static class GeneratedName
{
    /// <summary>Different types give different names. None is the name of a generated controller, which never begins with one '_' alone.</summary>
    public static string Of(string role, ITypeSymbol type)
    {
        var name = new StringBuilder($"_{role}Of_");
        foreach (char character in TypeExpression.NotNull(type).Replace("global::", ""))
        {
            _ = character switch
            {
                '.' => name.Append('_'),
                '_' => name.Append("__"),
                _ when char.IsLetterOrDigit(character) => name.Append(character),
                _ => name.Append("_0").Append((int)character).Append('_'),
            };
        }

        return name.ToString();
    }
}
