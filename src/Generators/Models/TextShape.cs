namespace Upwire.Generators.Models;

/// <summary>What becomes of the texts that a request has under one name.</summary>
internal enum TextShape
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>An array, with a value for each of them.</summary>
    Array,

    /// <summary>The texts themselves, as <c>StringValues</c>.</summary>
    StringValues,
}
