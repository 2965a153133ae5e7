namespace Upwire.Generators.Models;

/// <summary>Where a parameter's value comes from.</summary>
internal abstract record ParameterBinding
{
    private ParameterBinding()
    {
    }

    /// <summary>A text of the request, parsed.</summary>
    /// <param name="Source">The member of <c>ParameterSource</c>.</param>
    /// <param name="Key">Its name there.</param>
    /// <param name="Shape">Whether it is one value, or as many as there are.</param>
    /// <param name="ValueType">The type that is parsed, without the nullability of references: of an array, its elements'.</param>
    /// <param name="Parser">The parser's type, fully qualified.</param>
    /// <param name="Generated">What of the parser has to be generated; null where it is the runtime's.</param>
    /// <param name="Fallback">The expression that stands for a missing value; null where it must not be missing.</param>
    public sealed record Text(string Source, string Key, TextShape Shape, string ValueType, string Parser, ParserModel? Generated, string? Fallback) : ParameterBinding;

    /// <summary>The body, read as JSON.</summary>
    /// <param name="Type">The type, without the nullability of references.</param>
    /// <param name="IsRequired">Whether a request without a body fails.</param>
    /// <param name="Fallback">The expression that stands for a missing body.</param>
    public sealed record JsonBody(string Type, bool IsRequired, string? Fallback) : ParameterBinding;

    /// <summary>A service of the request's scope.</summary>
    /// <param name="Model">The service.</param>
    public sealed record Service(ServiceModel Model) : ParameterBinding;

    /// <summary>A part of the request itself.</summary>
    /// <param name="Expression">The expression, over a local <c>context</c>.</param>
    public sealed record Request(string Expression) : ParameterBinding;

    /// <summary>The accepted connection, in one of its shapes.</summary>
    /// <param name="Expression">The expression, over a local <c>connection</c>.</param>
    public sealed record Connection(string Expression) : ParameterBinding;
}
