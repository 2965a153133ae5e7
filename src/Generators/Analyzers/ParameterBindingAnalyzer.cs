using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what is wrong with the parameters of an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterBindingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        RouteDescriptors.FromRouteWithoutParameter,
        RouteDescriptors.ConstraintType,
        RouteDescriptors.OptionalParameter,
        BindingDescriptors.Unbindable,
        BindingDescriptors.TwoBodies,
        BindingDescriptors.InferredBody,
        BindingDescriptors.MessagesNotTaken,
        BindingDescriptors.DefaultInPlaceOfNull,
        BindingDescriptors.NotValidatable,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        EndpointDiagnostics.RegisterForFinished(context, static endpoint => ParameterRules.Check(endpoint).Concat(DefaultRules.Check(endpoint)));
    }
}
