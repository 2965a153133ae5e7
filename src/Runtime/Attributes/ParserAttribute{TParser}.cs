namespace Upwire;

/// <summary>
/// Declares how the endpoints of the project parse a type that it does not own: by a class with a
/// <c>public static bool TryParse(ReadOnlySpan&lt;char&gt; text, IFormatProvider? format, out T value)</c>. It stands above what the
/// type itself has.
/// </summary>
/// <typeparam name="TParser">The class.</typeparam>
/// <example><code>[assembly: Parser&lt;TimeZoneInfoParser&gt;]</code></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ParserAttribute<TParser> : Attribute;
