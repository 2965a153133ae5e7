namespace Upwire;

/// <summary>Names a type in words that a client of the API understands, whatever language it is written in.</summary>
internal static class ValueDescription
{
    public static string Of(Type type) =>
        type == typeof(DateOnly) ? "a date (yyyy-MM-dd)"
        : type == typeof(TimeOnly) ? "a time (HH:mm:ss)"
        : type == typeof(TimeSpan) ? "a duration (d.hh:mm:ss)"
        : type == typeof(DateTimeOffset) ? "a date and time (ISO 8601)"
        : type == typeof(Guid) ? "a UUID"
        : type == typeof(Int128) || type == typeof(UInt128) ? "an integer"
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "true or false",
            TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => "an integer",
            TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => "an integer that is not negative",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.DateTime => "a date and time (ISO 8601)",
            TypeCode.Char => "a single character",
            _ => "a value of the type " + type.Name,
        };
}
