namespace Upwire.Generators.Models;

/// <summary>What a handler returns.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="ReturnTypeExpression">The declared return type, fully qualified.</param>
/// <param name="ValueTypeExpression">The type of the value inside tasks, without nullability.</param>
/// <param name="Await">What it is wrapped in.</param>
/// <param name="IsNullable">Whether null is a declared outcome, which answers 404.</param>
/// <param name="DescribesItself">Whether the type adds metadata to its endpoints, as typed results do.</param>
internal sealed record ResultModel(ResultKind Kind, string ReturnTypeExpression, string ValueTypeExpression, AwaitKind Await, bool IsNullable, bool DescribesItself);
