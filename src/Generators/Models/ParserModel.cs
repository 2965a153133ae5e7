namespace Upwire.Generators.Models;

/// <summary>A type's own method that parses it, which no type of the runtime can call: a parser is generated around it.</summary>
/// <param name="Name">The generated parser's name.</param>
/// <param name="ValueType">The type, fully qualified.</param>
/// <param name="IsReference">Whether it is a class, which a failure leaves null.</param>
/// <param name="Description">The type as a client is told about it.</param>
/// <param name="TakesFormat">Whether the method takes an <c>IFormatProvider</c>.</param>
internal sealed record ParserModel(string Name, string ValueType, bool IsReference, string Description, bool TakesFormat);
