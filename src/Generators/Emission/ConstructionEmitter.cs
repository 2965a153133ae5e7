namespace Upwire.Generators.Emission;

/// <summary>Writes the construction of an object, with the members that are set.</summary>
internal static class ConstructionEmitter
{
    /// <summary>Writes a statement.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="construction">The declaration of the local with the construction, without its end.</param>
    /// <param name="members">The names of the members, without escaping, with the expressions of their values.</param>
    public static void Emit(SourceWriter writer, string construction, IReadOnlyCollection<(string Name, string Value)> members)
    {
        if (members.Count == 0)
        {
            writer.Line($"{construction};");
            return;
        }

        using (writer.Braces(construction, "};"))
        {
            foreach (var (name, value) in members)
            {
                writer.Line($"{Identifier.Escape(name)} = {value},");
            }
        }
    }
}
