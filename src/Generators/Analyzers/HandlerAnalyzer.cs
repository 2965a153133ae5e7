using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what is wrong with the methods behind an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        HandlerDescriptors.NotCallable,
        HandlerDescriptors.ResultNotWritable,
        HandlerDescriptors.NoConnection,
        HandlerDescriptors.HandshakeMethod,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        EndpointDiagnostics.RegisterForFinished(context, static endpoint => HandlerRules.Check(endpoint).Concat(ResultRules.Check(endpoint)).Concat(HandshakeMethodRules.Check(endpoint)));

        // These are no members of a class, in which the rules look for endpoints, but take attributes for methods all the same.
        context.RegisterSyntaxNodeAction(
            ReportLocalFunction,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.SimpleLambdaExpression);
    }

    private static void ReportLocalFunction(SyntaxNodeAnalysisContext context)
    {
        var (attributes, name) = context.Node switch
        {
            LocalFunctionStatementSyntax local => (local.AttributeLists, local.Identifier.ValueText),
            LambdaExpressionSyntax lambda => (lambda.AttributeLists, "A lambda"),
            _ => (default, ""),
        };

        foreach (var attribute in attributes.SelectMany(static list => list.Attributes))
        {
            if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is IMethodSymbol constructor
                && KnownSymbols.Of(context.Compilation).GetEndpointAttribute(constructor.ContainingType) is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(HandlerDescriptors.NotCallable, attribute.GetLocation(), name, "is no method of a class"));
            }
        }
    }
}
