namespace Upwire.Generators.Models;

/// <summary>A method of the user's that parses a type, which no type of the runtime can call: a parser is generated around it.</summary>
/// <param name="Name">The generated parser's name.</param>
/// <param name="ValueType">The type of the values, fully qualified.</param>
/// <param name="DeclaringType">The type that has the method: often the same.</param>
/// <param name="IsReference">Whether the values are references, which a failure leaves null.</param>
/// <param name="Description">The type as a client is told about it.</param>
/// <param name="TakesFormat">Whether the method takes an <c>IFormatProvider</c>.</param>
internal sealed record ParserModel(string Name, string ValueType, string DeclaringType, bool IsReference, string Description, bool TakesFormat);
