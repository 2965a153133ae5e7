namespace Upwire.Generators.Models;

/// <summary>What a handler returns.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="ReturnTypeExpression">The declared return type, fully qualified.</param>
/// <param name="ValueTypeExpression">The type of the value inside tasks, without nullability; of a sequence, the type of its items, with theirs; of events, the type of their data.</param>
/// <param name="Await">What it is wrapped in.</param>
/// <param name="IsNullable">Whether null is a declared outcome, which answers 404.</param>
/// <param name="MetadataProvider">The type of the value, if it tells of the endpoint what it returns (<c>IEndpointMetadataProvider</c>).</param>
internal sealed record ResultModel(
    ResultKind Kind,
    string ReturnTypeExpression,
    string ValueTypeExpression,
    AwaitKind Await,
    bool IsNullable,
    string? MetadataProvider);
