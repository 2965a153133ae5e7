using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what is wrong with the template of an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RouteTemplateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        RouteDescriptors.TemplateSyntax,
        RouteDescriptors.ParameterNotTaken,
        RouteDescriptors.UnknownConstraint,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        EndpointDiagnostics.Register(context, static endpoint => TemplateRules.Check(endpoint).Concat(ConstraintRules.CheckArguments(endpoint)).Concat(ConstraintRules.CheckNames(endpoint)));
    }
}
