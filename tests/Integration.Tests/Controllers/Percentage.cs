namespace Upwire.Integration.Tests.Controllers;

/// <summary>A type with a <c>TryParse</c> for spans, which wants a culture.</summary>
public readonly record struct Percentage(double Value)
{
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Percentage percentage)
    {
        bool isNumber = double.TryParse(text.TrimEnd('%'), provider, out double value);
        percentage = new(value);
        return isNumber && text.EndsWith('%');
    }
}
