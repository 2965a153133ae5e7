using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>A value that is passed on as <c>object</c>, of which the source tells all the same what it is at run time.</summary>
/// <param name="Type">The type at run time.</param>
/// <param name="Syntax">The expression.</param>
internal sealed record RunTimeValue(ITypeSymbol Type, SyntaxNode Syntax)
{
    /// <summary>The values that an expression may have, as far as they are known.</summary>
    public static IEnumerable<RunTimeValue> Of(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => Of(conditional.WhenTrue).Concat(Of(otherwise)),
        ICoalesceOperation coalesce => Of(coalesce.Value).Concat(Of(coalesce.WhenNull)),
        ISwitchExpressionOperation chosen => chosen.Arms.SelectMany(static arm => Of(arm.Value)),
        { Type: { } type } when IsExact(value, type) => [new(ResultParser.NotNull(type), value.Syntax)],
        _ => [],
    };

    // Anything else may turn out to be a derived type.
    private static bool IsExact(IOperation value, ITypeSymbol type) =>
        value is IObjectCreationOperation or IAnonymousObjectCreationOperation
        || type.IsSealed
        || type.IsValueType
        || (type is IArrayTypeSymbol array && (array.ElementType.IsSealed || array.ElementType.IsValueType));
}
