using System.Diagnostics.CodeAnalysis;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>A type that can be parsed and says so to nobody but ASP.NET Core.</summary>
public sealed record RoomCode(char Floor, int Door) : Code
{
    public static bool TryParse(string text, [NotNullWhen(true)] out RoomCode? code)
    {
        code = text.Length > 1 && int.TryParse(text.AsSpan(1), out int door) ? new(text[0], door) : null;
        return code is not null;
    }

    public override string ToString() => $"{Floor}/{Door}";
}
