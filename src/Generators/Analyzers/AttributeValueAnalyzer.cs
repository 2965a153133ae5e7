using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what is wrong with the values of an endpoint's attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.AttributeValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        EndpointDiagnostics.Register(context, AttributeRules.Check);
    }
}
