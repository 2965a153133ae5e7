namespace Upwire.Generators.Models;

internal enum ResultKind
{
    /// <summary>Nothing: 200 without a body.</summary>
    Empty,

    /// <summary>A string: text/plain.</summary>
    Text,

    /// <summary>An <c>IResult</c>, which writes itself.</summary>
    Result,

    /// <summary>An array or a memory of bytes: application/octet-stream.</summary>
    Bytes,

    /// <summary>A <c>Stream</c>, copied as it comes.</summary>
    Stream,

    /// <summary>A <c>PipeReader</c>, copied as it comes.</summary>
    Pipe,

    /// <summary>An <c>IAsyncEnumerable</c>: a JSON array as it comes.</summary>
    Array,

    /// <summary>An <c>IAsyncEnumerable</c> of <c>SseItem</c>: server-sent events.</summary>
    Events,

    /// <summary>An <c>object</c>, which is written as what it turns out to be.</summary>
    Object,

    /// <summary>Any other value: JSON.</summary>
    Json,
}
