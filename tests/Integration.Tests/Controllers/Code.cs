namespace Upwire.Integration.Tests.Controllers;

public record Code
{
    // Of another type: not what a RoomCode is parsed by.
    public static bool TryParse(string text, IFormatProvider? provider, out Code? code)
    {
        code = text.Length > 0 && provider is not null ? new() : null;
        return code is not null;
    }
}
