namespace Upwire.Generators.Models;

internal enum ResultKind
{
    /// <summary>Nothing: 200 without a body.</summary>
    Empty,

    /// <summary>A string: text/plain.</summary>
    Text,

    /// <summary>An <c>IResult</c>, which writes itself.</summary>
    Result,

    /// <summary>Any other value: JSON.</summary>
    Json,
}
