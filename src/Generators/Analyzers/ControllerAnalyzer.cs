using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what is wrong with the class around an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ControllerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        HandlerDescriptors.ControllerNotConstructible,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        EndpointDiagnostics.Register(context, ControllerRules.Check);
    }
}
