using System.Diagnostics.CodeAnalysis;
using Upwire.Integration.Tests.Controllers;

[assembly: Upwire.Parser<TimeZoneParser>]

namespace Upwire.Integration.Tests.Controllers;

public sealed class TimeZoneParser
{
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? _, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text.ToString(), out zone);
}
