namespace Upwire.Generators.Parsing;

/// <summary>The parameter of a template that is being written.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Name">Its name, as far as it is there.</param>
/// <param name="Constraints">The names of its constraints that are complete.</param>
/// <param name="Constraint">The name of the constraint that is being written; null while it is the parameter's own.</param>
internal sealed record OpenParameter(int Start, string Name, IReadOnlyList<string> Constraints, string? Constraint)
{
    /// <summary>Finds the parameter at the end of a text; null where the text ends elsewhere, or in the arguments of a constraint, a default, or whatever else is no name.</summary>
    /// <param name="before">The template, up to where it is being written.</param>
    public static OpenParameter? Read(string before)
    {
        for (int position = 0; position < before.Length; position++)
        {
            char open = before[position];
            bool isDoubled = open == '{' && position + 1 < before.Length && before[position + 1] == '{';
            if (isDoubled)
            {
                position++;
            }
            else if (open is '<' or '{')
            {
                int close = RouteTemplateParameterText.FindClose(before, position + 1, open);
                if (close == before.Length)
                {
                    return ReadNames(before, position);
                }

                position = Math.Max(position, close);
            }
        }

        return null;
    }

    private static OpenParameter? ReadNames(string before, int start)
    {
        int nameStart = start + 1;
        while (before[start] == '{' && nameStart < before.Length && before[nameStart] == '*')
        {
            nameStart++;
        }

        int position = EndOfName(before, nameStart);
        string name = before.Substring(nameStart, position - nameStart);
        if (position == before.Length)
        {
            return new(start, name, [], null);
        }

        if (string.CompareOrdinal(before, position, "..", 0, 2) == 0)
        {
            position += 2;
        }

        var constraints = new List<string>();
        while (position < before.Length && before[position] == ':')
        {
            int constraintStart = position + 1;
            int nameEnd = EndOfName(before, constraintStart);
            string constraint = before.Substring(constraintStart, nameEnd - constraintStart);
            if (nameEnd == before.Length)
            {
                return new(start, name, constraints, constraint);
            }

            constraints.Add(constraint);
            position = RouteTemplateParameterText.FindConstraintEnd(before, constraintStart, before.Length, out _);
        }

        return null;
    }

    private static int EndOfName(string text, int position)
    {
        while (position < text.Length && RouteTemplateParameterText.IsNameCharacter(text[position]))
        {
            position++;
        }

        return position;
    }
}
