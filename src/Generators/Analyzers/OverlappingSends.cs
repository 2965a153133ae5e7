using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Upwire.Generators.Analyzers;

/// <summary>Sends of one socket that may be under way while the next begins, as far as it can be seen in one function.</summary>
internal static class OverlappingSends
{
    /// <summary>Whether a send overlaps another of its socket.</summary>
    public static bool Has(RawSocketCall send, LocalDefinitions locals) => FindDiscarding(send.Call) is { } statement
        ? IsFollowed(statement, send, locals)
        : IsOfWhenAll(send, locals) || IsOfSelect(send);

    // The statement that begins a send and forgets it.
    private static IOperation? FindDiscarding(IInvocationOperation send) => send.Parent switch
    {
        IExpressionStatementOperation statement => statement,
        ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation statement } => statement,
        _ => null,
    };

    private static bool IsFollowed(IOperation statement, RawSocketCall send, LocalDefinitions locals)
    {
        for (var child = statement; child.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation); child = parent)
        {
            if (parent is ILoopOperation loop && Repeats(loop) && !loop.Syntax.Span.Contains(send.Accept.Syntax.Span))
            {
                return true;
            }

            if (parent is not (IBlockOperation or ISwitchCaseOperation))
            {
                continue;
            }

            foreach (var next in parent.ChildOperations.SkipWhile(operation => operation != child).Skip(1))
            {
                if (InFunction(next).Any(operation => IsSendOfSameSocket(operation, send, locals)))
                {
                    return true;
                }

                if (Leaves(next))
                {
                    return false;
                }
            }
        }

        return false;
    }

    private static bool Repeats(ILoopOperation loop) =>
        loop is not IWhileLoopOperation { Condition.ConstantValue: { HasValue: true, Value: false } };

    // Out of a switch it goes on behind it.
    private static bool Leaves(IOperation statement) => statement switch
    {
        IReturnOperation or IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => branch.GetCorrespondingOperation() is not ISwitchOperation,
        IBranchOperation { BranchKind: BranchKind.GoTo } => true,
        _ => false,
    };

    private static bool IsOfWhenAll(RawSocketCall send, LocalDefinitions locals) =>
        FindElementOfWhenAll(send.Call) is { } whenAll
        && InFunction(whenAll).Any(other =>
            other.Syntax.SpanStart < send.Call.Syntax.SpanStart
            && IsSendOfSameSocket(other, send, locals)
            && FindElementOfWhenAll(other) == whenAll);

    // Each send of Select is begun at once; one that waits for a lock first is not the only statement of its lambda.
    private static bool IsOfSelect(RawSocketCall send)
    {
        var value = send.Call.Parent is IAwaitOperation awaited ? awaited : AsTask(send.Call);
        return value.Parent is IReturnOperation or IExpressionStatementOperation
            && value.Parent.Parent is IBlockOperation { Parent: IAnonymousFunctionOperation lambda } body
            && body.Operations[0] == value.Parent
            && !lambda.Syntax.Span.Contains(send.Accept.Syntax.Span)
            && lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select } }
            && FindElementOfWhenAll(select) is not null;
    }

    // The Task.WhenAll that waits for a task, or for a sequence of them.
    private static IInvocationOperation? FindElementOfWhenAll(IOperation element)
    {
        var value = AsTask(element);
        while (value.Parent is IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
            or IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList", ContainingType.Name: "Enumerable" } } })
        {
            value = value.Parent is IArgumentOperation ? value.Parent.Parent! : value.Parent;
        }

        return value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } } whenAll } ? whenAll : null;
    }

    private static IOperation AsTask(IOperation value)
    {
        while (value.Parent is IConversionOperation or IInvocationOperation { TargetMethod.Name: "AsTask" })
        {
            value = value.Parent;
        }

        return value;
    }

    private static bool IsSendOfSameSocket(IOperation operation, RawSocketCall send, LocalDefinitions locals) =>
        RawSocketCall.Read(operation, locals) is { IsSend: true } other && other.Accept == send.Accept;

    private static IEnumerable<IOperation> InFunction(IOperation operation) =>
        operation is IAnonymousFunctionOperation or ILocalFunctionOperation ? [] : operation.ChildOperations.SelectMany(InFunction).Prepend(operation);
}
