using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>An option of WebSockets that code sets for the whole application: <c>options.WebSockets.Origins = ...</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record AssignedOption(string Name, IOperation Value)
{
    /// <summary>Looks for them in a whole compilation.</summary>
    public static void Register(CompilationStartAnalysisContext start, Action<AssignedOption> found)
    {
        var options = start.Compilation.GetTypeByMetadataName("Upwire.UpwireWebSocketOptions");
        start.RegisterOperationAction(
            operation =>
            {
                var assignment = (ISimpleAssignmentOperation)operation.Operation;
                if (assignment.Target is IPropertyReferenceOperation { Property: var property } && property.ContainingType.Is(options))
                {
                    found(new(property.Name, assignment.Value));
                }
            },
            OperationKind.SimpleAssignment);
    }
}
