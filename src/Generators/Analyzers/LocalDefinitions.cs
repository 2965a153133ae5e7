using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Upwire.Generators.Analyzers;

/// <summary>What the locals of one member stand for, where they are given a value in one place only.</summary>
internal sealed class LocalDefinitions
{
    private readonly IOperation _member;

    private LocalDefinitions(IOperation member) => _member = member;

    /// <summary>All that is in the member, lambdas and local functions too.</summary>
    public IEnumerable<IOperation> Operations => _member.Descendants();

    /// <summary>The locals of the member that an operation is in.</summary>
    public static LocalDefinitions Around(IOperation operation)
    {
        var member = operation;
        while (member.Parent is { } parent)
        {
            member = parent;
        }

        return new(member);
    }

    /// <summary>The expression that a value comes from, through any number of locals; the value itself where it is no local, or one whose value is not certain.</summary>
    public IOperation Resolve(IOperation value)
    {
        // A local may be defined by itself, in code that does not compile.
        var seen = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        while (value is ILocalReferenceOperation { Local: var local } && seen.Add(local) && Find(local) is { } definition)
        {
            value = definition;
        }

        return value;
    }

    private IOperation? Find(ILocalSymbol local)
    {
        var definitions = Operations.Select(operation => DefinitionBy(operation, local)).OfType<Definition>().Take(2).ToList();
        return definitions.Count == 1 ? definitions[0].Value : null;
    }

    private static Definition? DefinitionBy(IOperation operation, ILocalSymbol local) => operation switch
    {
        IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) =>
            declarator.Initializer is { } initializer ? new(initializer.Value) : null,
        ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, local) => reference.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Target == reference => new(assignment.Value),
            IAssignmentOperation assignment when assignment.Target == reference => new(null),
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } or ITupleOperation or IAddressOfOperation => new(null),
            _ => null,
        },
        _ => null,
    };

    private sealed record Definition(IOperation? Value);
}
