using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>A part of a segment.</summary>
internal abstract record RoutePart
{
    private RoutePart()
    {
    }

    /// <summary>A text that the path has, whatever the case.</summary>
    public sealed record Literal(string Text) : RoutePart
    {
        /// <summary>Appends a character to the last part, if that is a text, or begins one.</summary>
        public static void Append(List<RoutePart> parts, char character)
        {
            if (parts.Count > 0 && parts[parts.Count - 1] is Literal literal)
            {
                parts[parts.Count - 1] = new Literal(literal.Text + character);
            }
            else
            {
                parts.Add(new Literal(character.ToString()));
            }
        }
    }

    /// <summary>A parameter, whatever its name.</summary>
    /// <param name="Constraints">Its constraints, with their arguments, without escapes.</param>
    /// <param name="IsOptional">Whether the path may lack it.</param>
    /// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
    /// <param name="Default">Its value where the path lacks it; null where it has none.</param>
    public sealed record Parameter(EquatableArray<string> Constraints, bool IsOptional, bool IsCatchAll, string? Default) : RoutePart;
}
