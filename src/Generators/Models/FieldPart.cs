namespace Upwire.Generators.Models;

/// <summary>A field that an object of a form or a query is described by.</summary>
/// <param name="Owner">The object that it is a part of.</param>
/// <param name="Field">The part.</param>
/// <param name="Key">Its whole name in the request.</param>
/// <param name="IsOptional">Whether a request may leave it out.</param>
internal sealed record FieldPart(ReaderModel Owner, FieldModel Field, string Key, bool IsOptional);
